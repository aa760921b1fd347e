package dev.crossdock.transfer;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Listing;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.JobContext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes a folder on the target and jobs for what the source has in it.
final class FolderTransfer {

    private static final int DEEPEST = 200;

    private FolderTransfer() {}

    static Outcome run(JobSpec spec, Storage source, Storage target, JobContext context)
            throws FailureException {
        requireShallow(spec, source);
        context.meter().note("listing");
        Listing listing = source.list(spec.sourcePath());
        target.requireName(spec.targetPath());
        if (target.makeFolder(spec.targetPath())) {
            CaseTwins.check(spec, target);
        }
        var skipped = new ArrayList<>(listing.leftOut());
        List<JobSpec> children = children(spec, listing, source, skipped);
        context.children().add(children);
        int folders =
                (int)
                        children.stream()
                                .filter(child -> child.kind() == JobSpec.Kind.FOLDER)
                                .count();
        return new Outcome.Expanded(
                children.size() - folders, folders, skipped.size(), String.join("\n", skipped));
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

    private static List<JobSpec> children(
            JobSpec spec, Listing listing, Storage source, List<String> skipped)
            throws FailureException {
        Map<String, Integer> folded = new HashMap<>();
        for (Entry entry : listing.entries()) {
            folded.merge(path(spec.targetPath(), entry).foldedCase(), 1, Integer::sum);
        }
        var children = new ArrayList<JobSpec>();
        for (Entry entry : listing.entries()) {
            RemotePath target = path(spec.targetPath(), entry);
            boolean twin = folded.getOrDefault(target.foldedCase(), 0) > 1;
            child(spec, entry, twin, source, skipped).ifPresent(children::add);
        }
        return children;
    }

    private static Optional<JobSpec> child(
            JobSpec spec, Entry entry, boolean twin, Storage source, List<String> skipped)
            throws FailureException {
        RemotePath from = path(spec.sourcePath(), entry);
        RemotePath to = path(spec.targetPath(), entry);
        JobSpec.Kind kind;
        switch (entry.kind()) {
            case FOLDER -> kind = JobSpec.Kind.FOLDER;
            case FILE -> kind = JobSpec.Kind.FILE;
            case LINK -> {
                if (source.isFolder(from)) {
                    // Links to folders can lead in circles.
                    skipped.add("A link to a folder: " + from);
                    return Optional.empty();
                }
                kind = JobSpec.Kind.FILE;
            }
            case OTHER -> {
                skipped.add("Neither file nor folder: " + from);
                return Optional.empty();
            }
            default -> throw new IllegalStateException("a new kind of entry");
        }
        var size = entry.kind() == Entry.Kind.FILE ? entry.size() : OptionalLong.empty();
        return Optional.of(
                new JobSpec(
                        kind, spec.source(), from, spec.target(), to, size, twin, spec.policy()));
    }

    private static RemotePath path(RemotePath folder, Entry entry) {
        return folder.child(entry.name());
    }
}
