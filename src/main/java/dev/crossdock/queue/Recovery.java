package dev.crossdock.queue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the start of the program makes of jobs that were under way when the last one ended.
///
/// @param cut how many those were
/// @param aside how many rows could not be read since the start before
record Recovery(long cut, long aside) {

    /// The note that counts those rows.
    static final String ASIDE = "aside";

    static Recovery of(JobTable table) throws SQLException {
        long cut = table.number("SELECT count(*) FROM jobs WHERE state = 1").orElse(0);
        if (cut > 0) {
            table.change(
                    "UPDATE jobs SET state = 0, cut = 1, due = NULL,"
                            + " attempts = max(0, attempts - 1) WHERE state = 1");
        }
        long aside = aside(table);
        if (aside > 0) {
            table.note(ASIDE, "0");
        }
        return new Recovery(cut, aside);
    }

    static long aside(JobTable table) throws SQLException {
        return table.note(ASIDE).map(Long::parseLong).orElse(0L);
    }

    List<String> findings(List<String> ofFile) {
        var findings = new ArrayList<>(ofFile);
        if (cut > 0) {
            findings.add(
                    "%s under way when Crossdock ended. What has arrived is looked at again first."
                            .formatted(cut == 1 ? "One job was" : cut + " jobs were"));
        }
        if (aside > 0) {
            findings.add(
                    "%s be read and %s left out."
                            .formatted(
                                    aside == 1 ? "One job could not" : aside + " jobs could not",
                                    aside == 1 ? "is" : "are"));
        }
        return List.copyOf(findings);
    }
}
