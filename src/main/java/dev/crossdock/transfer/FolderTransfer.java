package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Listing;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.JobContext;

import java.io.IOException;
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

    static Outcome run(JobSpec spec, SessionPair pair, JobContext context) throws FailureException {
        requireShallow(spec, pair.source());
        context.meter().note("listing");
        Listing listing = list(pair.source(), spec.sourcePath());
        NameRule.check(spec.targetPath(), pair.target());
        make(spec, pair.target());
        var skipped = new ArrayList<>(listing.leftOut());
        List<JobSpec> children = children(spec, listing, pair.source(), skipped);
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
    private static void requireShallow(JobSpec spec, Session source) throws FailureException {
        if (spec.sourcePath().names().size() > DEEPEST) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.REFUSED,
                            source.server().name(),
                            "The folders of %s lie more than %d deep inside each other: %s."
                                    .formatted(source.server().name(), DEEPEST, spec.sourcePath()),
                            Failure.Remedy.GIVE_UP,
                            "Look whether a link leads back to a folder above it."));
        }
    }

    private static List<JobSpec> children(
            JobSpec spec, Listing listing, Session source, List<String> skipped)
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
            JobSpec spec, Entry entry, boolean twin, Session source, List<String> skipped)
            throws FailureException {
        RemotePath from = path(spec.sourcePath(), entry);
        RemotePath to = path(spec.targetPath(), entry);
        JobSpec.Kind kind;
        switch (entry.kind()) {
            case FOLDER -> kind = JobSpec.Kind.FOLDER;
            case FILE -> kind = JobSpec.Kind.FILE;
            case LINK -> {
                if (isFolder(source, from)) {
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

    private static Listing list(Session session, RemotePath folder) throws FailureException {
        try {
            return session.list(folder);
        } catch (IOException failed) {
            throw new FailureException(FailureMapper.map(failed, session.server()), failed);
        }
    }

    private static boolean isFolder(Session session, RemotePath path) throws FailureException {
        try {
            return session.isFolder(path);
        } catch (IOException failed) {
            throw new FailureException(FailureMapper.map(failed, session.server()), failed);
        }
    }

    /// Servers answer MKD for an existing folder with different codes, so it is looked for.
    private static void make(JobSpec spec, Session session) throws FailureException {
        RemotePath folder = spec.targetPath();
        try {
            try {
                session.makeFolder(folder);
            } catch (RefusedException refused) {
                if (!session.isFolder(folder)) {
                    throw refused;
                }
                CaseTwins.check(spec, session);
            }
        } catch (IOException failed) {
            throw new FailureException(FailureMapper.map(failed, session.server()), failed);
        }
    }
}
