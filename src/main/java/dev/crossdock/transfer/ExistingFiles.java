package dev.crossdock.transfer;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.ExistsPrompt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Decides what becomes of a file that the target already has.
final class ExistingFiles {

    private static final int NAMES_TRIED = 1_000;
    static final long WORTH_RESUMING = 1024 * 1024;

    private ExistingFiles() {}

    /// What to do with one file.
    sealed interface Decision {

        /// @param replaces size of the file that will be overwritten or continued
        /// @param offset where in the file to begin, in bytes
        /// @param aside the file gets its right name only when it is whole
        record Send(RemotePath target, OptionalLong replaces, long offset, boolean aside)
                implements Decision {

            Send fromStart() {
                return new Send(target, replaces, 0, aside);
            }

            static Send whole(RemotePath target, OptionalLong replaces) {
                return new Send(target, replaces, 0, false);
            }
        }

        record Skip(String reason) implements Decision {}

        /// The user has to say.
        record Ask(ExistsPrompt.Question question) implements Decision {}
    }

    /// @param claim the names at the target that are the job's
    /// @param now what the source has
    /// @param there the file that the target has under that name; its time need be known only where
    ///   the rule is about times
    /// @param leftover what an earlier try has left on the target
    static Decision decide(
            JobSpec spec,
            Claims.Claim claim,
            Storage source,
            Storage target,
            FileVersion now,
            Optional<FileVersion> there,
            Optional<Leftovers.Left> leftover)
            throws FailureException, InterruptedException {
        OptionalLong size = size(there);
        if (leftover.isPresent() && leftover.get().replaces()) {
            return replaced(spec, claim, source, target, now, there, leftover.get());
        }
        // Another job may have chosen that name since.
        if (leftover.isPresent() && claim.tryAdd(leftover.get().path())) {
            RemotePath path = leftover.get().path();
            OptionalLong left = path.equals(spec.targetPath()) ? size : target.size(path);
            // What is bigger than the source ever was is not of it, unless only we know its name.
            long most = Math.max(now.size(), leftover.get().of().size());
            if (left.isPresent() && (leftover.get().aside() || left.getAsLong() <= most)) {
                return continued(
                        spec,
                        leftover.get(),
                        target.settled(path, left, leftover.get().cut() ? now.size() : 0),
                        now,
                        source,
                        target);
            }
        }
        if (there.isEmpty()) {
            return Decision.Send.whole(spec.targetPath(), size);
        }
        CaseTwins.check(spec, target);
        return switch (spec.policy().exists()) {
            case OVERWRITE_NEWER, OVERWRITE_OTHER_SIZE, OVERWRITE_NEWER_OR_OTHER_SIZE ->
                    ifOutdated(spec, source, target, now, there.get());
            case ASK ->
                    new Decision.Ask(
                            new ExistsPrompt.Question(
                                    source.name(),
                                    spec.sourcePath(),
                                    OptionalLong.of(now.size()),
                                    target.name(),
                                    spec.targetPath(),
                                    size,
                                    source.canResume() && target.canResume()));
            case OVERWRITE -> Decision.Send.whole(spec.targetPath(), size);
            case SKIP ->
                    new Decision.Skip(
                            "%s already has %s.".formatted(target.name(), spec.targetPath()));
            case RENAME ->
                    Decision.Send.whole(
                            freeName(spec.targetPath(), claim, target), OptionalLong.empty());
            case FAIL -> throw new FailureException(exists(spec, target));
            case RESUME -> resumed(spec, source, target, now.size(), size);
        };
    }

    /// What an earlier try was about to overwrite has a size and a time that say nothing any more.
    private static Decision replaced(
            JobSpec spec,
            Claims.Claim claim,
            Storage source,
            Storage target,
            FileVersion now,
            Optional<FileVersion> there,
            Leftovers.Left left)
            throws FailureException, InterruptedException {
        OptionalLong settled =
                target.settled(spec.targetPath(), size(there), left.cut() ? now.size() : 0);
        if (settled.isPresent() && spec.policy().exists().isAboutVersions()) {
            return Decision.Send.whole(spec.targetPath(), settled);
        }
        return decide(
                spec,
                claim,
                source,
                target,
                now,
                settled.stream()
                        .mapToObj(has -> new FileVersion(has, Optional.empty()))
                        .findFirst(),
                Optional.empty());
    }

    /// The rest of a file that an earlier try has begun, where both servers can begin in the middle
    /// and there is much to save. Half of one file and half of another would be neither.
    private static Decision continued(
            JobSpec spec,
            Leftovers.Left leftover,
            OptionalLong left,
            FileVersion now,
            Storage source,
            Storage target) {
        if (left.isPresent() && leftover.mayBeWhole(left.getAsLong(), now)) {
            return new Decision.Send(leftover.path(), left, now.size(), leftover.aside());
        }
        boolean worthIt =
                left.isPresent()
                        && left.getAsLong() >= WORTH_RESUMING
                        && left.getAsLong() < now.size()
                        && leftover.of().isSurely(now)
                        && source.canResume()
                        && target.canResume();
        return new Decision.Send(
                leftover.path(),
                left,
                worthIt ? resumeAt(left.getAsLong(), spec) : 0,
                leftover.aside());
    }

    private static Decision resumed(
            JobSpec spec, Storage source, Storage target, long sourceSize, OptionalLong there)
            throws FailureException {
        long has = there.orElse(0);
        if (has == sourceSize) {
            return new Decision.Skip(
                    "%s already has all %,d bytes of %s."
                            .formatted(target.name(), has, spec.targetPath()));
        }
        if (has > sourceSize) {
            throw new FailureException(bigger(spec, target));
        }
        for (Storage side : List.of(source, target)) {
            if (!side.canResume()) {
                throw new FailureException(noResume(side));
            }
        }
        return new Decision.Send(spec.targetPath(), there, resumeAt(has, spec), false);
    }

    /// Where to begin, since the end of what an end too early has left may be damaged.
    static long resumeAt(long has, JobSpec spec) {
        return Math.max(0, has - spec.policy().rollBack());
    }

    private static Decision ifOutdated(
            JobSpec spec, Storage source, Storage target, FileVersion now, FileVersion there) {
        Optional<String> reason =
                Outdated.reasonToKeep(
                        spec.policy().exists(),
                        now,
                        there,
                        source.name(),
                        "%s on %s".formatted(spec.targetPath(), target.name()));
        return reason.isPresent()
                ? new Decision.Skip(reason.get())
                : Decision.Send.whole(spec.targetPath(), OptionalLong.of(there.size()));
    }

    private static OptionalLong size(Optional<FileVersion> file) {
        return file.stream().mapToLong(FileVersion::size).findFirst();
    }

    /// What another job has claimed may not show at the target yet.
    private static RemotePath freeName(RemotePath path, Claims.Claim claim, Storage target)
            throws FailureException {
        for (int number = 2; number < NAMES_TRIED; number++) {
            RemotePath candidate = path.parent().child(numbered(path.name(), number));
            if (claim.tryAdd(candidate) && target.size(candidate).isEmpty()) {
                return candidate;
            }
        }
        throw new FailureException(
                Failure.of(
                        Failure.Kind.EXISTS,
                        target.name(),
                        "No free name was found beside %s.".formatted(path),
                        Failure.Remedy.GIVE_UP,
                        "Choose another folder."));
    }

    /// `photo.jpg` becomes `photo (2).jpg`.
    static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        String suffix = " (" + number + ")";
        Optional<String> ending = dot > 0 ? Optional.of(name.substring(dot)) : Optional.empty();
        return ending.map(end -> name.substring(0, dot) + suffix + end).orElse(name + suffix);
    }

    private static Failure exists(JobSpec spec, Storage target) {
        return Failure.of(
                Failure.Kind.EXISTS,
                target.name(),
                "%s already has %s.".formatted(target.name(), spec.targetPath()),
                Failure.Remedy.ASK_USER,
                "Choose to overwrite, skip or rename, or remove it there.");
    }

    private static Failure bigger(JobSpec spec, Storage target) {
        return Failure.of(
                Failure.Kind.EXISTS,
                target.name(),
                "%s on %s is bigger than the source, so it is no part of it."
                        .formatted(spec.targetPath(), target.name()),
                Failure.Remedy.ASK_USER,
                "Choose to overwrite, skip or rename.");
    }

    private static Failure noResume(Storage side) {
        return Failure.of(
                Failure.Kind.EXISTS,
                side.name(),
                "%s cannot begin in the middle of a file (no REST STREAM).".formatted(side.name()),
                Failure.Remedy.ASK_USER,
                "Choose to overwrite, skip or rename.");
    }
}
