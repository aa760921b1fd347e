package dev.crossdock.queue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the start of the program makes of jobs that were under way when the last one ended.
///
/// @param cut how many those were
/// @param open how many jobs have not ended
record Recovery(long cut, long open) {

    static Recovery of(JobTable table) throws SQLException {
        long cut = table.number("SELECT count(*) FROM jobs WHERE state = 1").orElse(0);
        if (cut > 0) {
            table.change(
                    "UPDATE jobs SET state = 0, cut = 1, due = NULL,"
                            + " attempts = max(0, attempts - 1) WHERE state = 1");
        }
        long open = table.number("SELECT count(*) FROM jobs WHERE state < 3").orElse(0);
        return new Recovery(cut, open);
    }

    List<String> findings(List<String> ofFile) {
        var findings = new ArrayList<>(ofFile);
        if (cut > 0) {
            findings.add(
                    "%s under way when Crossdock ended. What has arrived is looked at again first."
                            .formatted(cut == 1 ? "One job was" : cut + " jobs were"));
        }
        return List.copyOf(findings);
    }
}
