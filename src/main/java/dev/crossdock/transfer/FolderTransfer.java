package dev.crossdock.transfer;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Listing;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.Meter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes a folder on the target and jobs for what the source has in it and the user wants.
final class FolderTransfer {

    private static final int DEEPEST = 200;
    private static final int CHUNK = 1_000;

    private final JobSpec spec;
    private final Storage source;
    private final FolderRules rules;
    private final LeftOut leftOut = new LeftOut();
    private final List<JobSpec> children = new ArrayList<>();

    private FolderTransfer(JobSpec spec, Storage source, FolderRules rules) {
        this.spec = spec;
        this.source = source;
        this.rules = rules;
    }

    /// What a folder has turned out to hold.
    record Contents(List<JobSpec> children, int leftOut, String note) {

        /// Lines jobs up for it, some at a time. No session is to be held then: the first of them
        /// starts at once, and would need another.
        Outcome lineUp(JobContext context) {
            for (int from = 0; from < children.size(); from += CHUNK) {
                context.children()
                        .add(children.subList(from, Math.min(children.size(), from + CHUNK)));
            }
            int files = count(JobSpec.Kind.FILE);
            int folders = count(JobSpec.Kind.FOLDER);
            return new Outcome.Expanded(files, folders, leftOut, note);
        }

        private int count(JobSpec.Kind kind) {
            return (int) children.stream().filter(child -> child.kind() == kind).count();
        }
    }

    /// Makes the folder on the target and looks what the source has in it.
    static Contents run(
            JobSpec spec, Storage source, Storage target, Meter meter, FolderRules rules)
            throws FailureException {
        requireShallow(spec, source);
        meter.note("listing");
        Listing listing = source.list(spec.sourcePath());
        target.requireName(spec.targetPath());
        if (target.makeFolder(spec.targetPath())) {
            CaseTwins.check(spec, target);
        }
        return new FolderTransfer(spec, source, rules).expand(listing);
    }

    /// Links that a server shows as folders may lead round for ever.
    private static void requireShallow(JobSpec spec, Storage source) throws FailureException {
        if (spec.sourcePath().names().size() > DEEPEST) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.REFUSED,
                            source.name(),
                            "The folders of %s lie more than %d deep inside each other: %s."
                                    .formatted(source.name(), DEEPEST, spec.sourcePath()),
                            Failure.Remedy.GIVE_UP,
                            "Look whether a link leads back to a folder above it."));
        }
    }

    private Contents expand(Listing listing) throws FailureException {
        listing.leftOut().forEach(leftOut::add);
        List<Entry> wanted = rules.order().sorted(wanted(listing));
        Map<String, Integer> folded = new HashMap<>();
        for (Entry entry : wanted) {
            folded.merge(folded(entry), 1, Integer::sum);
        }
        for (Entry entry : wanted) {
            Optional<JobSpec.Kind> kind = kind(entry);
            if (kind.isPresent()) {
                boolean twin = folded.getOrDefault(folded(entry), 0) > 1;
                children.add(child(entry, kind.get(), twin));
            }
        }
        return new Contents(List.copyOf(children), leftOut.count(), leftOut.note());
    }

    private List<Entry> wanted(Listing listing) {
        var wanted = new ArrayList<Entry>();
        for (Entry entry : listing.entries()) {
            // Links to folders are left out anyway, so a link is what it is if it is a file.
            var kind = entry.isFolder() ? JobSpec.Kind.FOLDER : JobSpec.Kind.FILE;
            Optional<NamePattern> skippedBy = rules.skip().matching(entry.name(), kind);
            if (skippedBy.isPresent()) {
                leftOut.skip(skippedBy.get());
            } else {
                wanted.add(entry);
            }
        }
        return wanted;
    }

    /// Empty if no job is made for the entry.
    private Optional<JobSpec.Kind> kind(Entry entry) throws FailureException {
        return switch (entry.kind()) {
            case FOLDER -> Optional.of(JobSpec.Kind.FOLDER);
            case FILE -> Optional.of(JobSpec.Kind.FILE);
            case LINK -> {
                RemotePath from = spec.sourcePath().child(entry.name());
                if (source.isFolder(from)) {
                    // Links to folders can lead in circles.
                    leftOut.add("A link to a folder: " + from);
                    yield Optional.empty();
                }
                yield Optional.of(JobSpec.Kind.FILE);
            }
            case OTHER -> {
                leftOut.add("Neither file nor folder: " + spec.sourcePath().child(entry.name()));
                yield Optional.empty();
            }
        };
    }

    private JobSpec child(Entry entry, JobSpec.Kind kind, boolean twin) {
        var size = entry.kind() == Entry.Kind.FILE ? entry.size() : OptionalLong.empty();
        return new JobSpec(
                kind,
                spec.source(),
                spec.sourcePath().child(entry.name()),
                spec.target(),
                spec.targetPath().child(entry.name()),
                size,
                twin,
                spec.policy());
    }

    /// All of them are in one folder, so the names tell them apart.
    private static String folded(Entry entry) {
        return RemotePath.foldedCase(entry.name());
    }
}
