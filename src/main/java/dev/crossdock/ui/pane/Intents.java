package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What a drop or a press of the copy key means. Pure.
public final class Intents {

    private Intents() {}

    /// @param jobs in the order of the selection
    /// @param leftOut for each entry that gets no job, its name and why, in words
    public record Intent(List<JobSpec> jobs, List<LeftOut> leftOut) {
        public Intent {
            jobs = List.copyOf(jobs);
            leftOut = List.copyOf(leftOut);
        }
    }

    public record LeftOut(Entry entry, Reason reason) {}

    public enum Reason {
        /// Source and target are one and the same place.
        ONTO_ITSELF,
        /// A folder cannot be copied into itself.
        INTO_ITSELF,
        /// Neither file nor folder nor link: a device, a pipe.
        NOT_A_FILE
    }

    /// A file or a link becomes a job, a folder becomes one job that is expanded later.
    ///
    /// @param folder of the target that gets the entries
    public static Intent copy(
            Selection selection, SiteId target, RemotePath folder, TransferPolicy policy) {
        Map<String, Integer> foldedNames = countFolded(selection.entries());
        var jobs = new ArrayList<JobSpec>();
        var leftOut = new ArrayList<LeftOut>();
        for (Entry entry : selection.entries()) {
            RemotePath from = selection.folder().child(entry.name());
            RemotePath to = folder.child(entry.name());
            boolean sameSite = selection.site().equals(target);
            if (sameSite && from.equals(to)) {
                leftOut.add(new LeftOut(entry, Reason.ONTO_ITSELF));
            } else if (sameSite && entry.isFolder() && folder.startsWith(from)) {
                leftOut.add(new LeftOut(entry, Reason.INTO_ITSELF));
            } else if (entry.kind() == Entry.Kind.OTHER) {
                leftOut.add(new LeftOut(entry, Reason.NOT_A_FILE));
            } else {
                boolean twin = foldedNames.getOrDefault(folded(entry), 0) > 1;
                jobs.add(spec(entry, selection.site(), from, target, to, twin, policy));
            }
        }
        return new Intent(jobs, leftOut);
    }

    private static JobSpec spec(
            Entry entry,
            SiteId source,
            RemotePath from,
            SiteId target,
            RemotePath to,
            boolean caseTwin,
            TransferPolicy policy) {
        // The size of a link is that of the link, not of what it leads to.
        OptionalLong size = entry.kind() == Entry.Kind.FILE ? entry.size() : OptionalLong.empty();
        JobSpec.Kind kind = entry.isFolder() ? JobSpec.Kind.FOLDER : JobSpec.Kind.FILE;
        return new JobSpec(kind, source, from, target, to, size, caseTwin, policy);
    }

    private static Map<String, Integer> countFolded(List<Entry> entries) {
        var counts = new HashMap<String, Integer>();
        entries.forEach(entry -> counts.merge(folded(entry), 1, Integer::sum));
        return counts;
    }

    private static String folded(Entry entry) {
        return RemotePath.ROOT.child(entry.name()).foldedCase();
    }
}
