package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.ExistsPrompt;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Decides what becomes of a file that the target already has.
final class ExistingFiles {

    private static final int NAMES_TRIED = 1_000;

    private ExistingFiles() {}

    /// What to do with one file.
    sealed interface Decision {

        /// @param replaces size of the file that will be overwritten
        record Send(RemotePath target, OptionalLong replaces) implements Decision {}

        record Skip(String reason) implements Decision {}

        /// The user has to say.
        record Ask(ExistsPrompt.Question question) implements Decision {}
    }

    /// @param leftover what an earlier try has left on the target
    static Decision decide(
            JobSpec spec, SessionPair pair, long sourceSize, Optional<RemotePath> leftover)
            throws FailureException, IOException {
        Session target = pair.target();
        if (leftover.isPresent()) {
            OptionalLong left = target.size(leftover.get());
            // What is bigger than the source is not a part of it.
            if (left.isPresent() && left.getAsLong() <= sourceSize) {
                return new Decision.Send(leftover.get(), left);
            }
        }
        OptionalLong there = target.size(spec.targetPath());
        if (there.isEmpty()) {
            return new Decision.Send(spec.targetPath(), there);
        }
        CaseTwins.check(spec, target);
        return switch (spec.policy().exists()) {
            case ASK ->
                    new Decision.Ask(
                            new ExistsPrompt.Question(
                                    pair.source().server().name(),
                                    spec.sourcePath(),
                                    OptionalLong.of(sourceSize),
                                    target.server().name(),
                                    spec.targetPath(),
                                    there));
            case OVERWRITE -> new Decision.Send(spec.targetPath(), there);
            case SKIP ->
                    new Decision.Skip(
                            "%s already has %s."
                                    .formatted(target.server().name(), spec.targetPath()));
            case RENAME ->
                    new Decision.Send(freeName(spec.targetPath(), target), OptionalLong.empty());
            case FAIL -> throw new FailureException(exists(spec, target));
            case RESUME -> throw new FailureException(noResume(target));
        };
    }

    private static RemotePath freeName(RemotePath path, Session target)
            throws IOException, FailureException {
        for (int number = 2; number < NAMES_TRIED; number++) {
            RemotePath candidate = path.parent().child(numbered(path.name(), number));
            if (target.size(candidate).isEmpty()) {
                return candidate;
            }
        }
        throw new FailureException(
                Failure.of(
                        Failure.Kind.EXISTS,
                        target.server().name(),
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

    private static Failure exists(JobSpec spec, Session target) {
        return Failure.of(
                Failure.Kind.EXISTS,
                target.server().name(),
                "%s already has %s.".formatted(target.server().name(), spec.targetPath()),
                Failure.Remedy.ASK_USER,
                "Choose to overwrite, skip or rename, or remove it there.");
    }

    private static Failure noResume(Session target) {
        return Failure.of(
                Failure.Kind.EXISTS,
                target.server().name(),
                "Resuming a file is not possible in this version.",
                Failure.Remedy.ASK_USER,
                "Choose to overwrite, skip or rename.");
    }
}
