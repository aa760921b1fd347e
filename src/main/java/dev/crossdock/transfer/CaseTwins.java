package dev.crossdock.transfer;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;

/// Keeps names apart that differ in nothing but case, on servers that do not.
final class CaseTwins {

    private CaseTwins() {}

    /// Refuses a target that the server takes for its twin.
    ///
    /// @param spec its target is there, under whatever spelling
    static void check(JobSpec spec, Storage target) throws FailureException {
        if (spec.caseTwin() && !isListed(spec, target)) {
            String name = target.name();
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.EXISTS,
                            name,
                            ("%s does not tell upper from lower case: %s would be one with another"
                                            + " entry of its folder.")
                                    .formatted(name, spec.targetPath()),
                            Failure.Remedy.GIVE_UP,
                            "Rename one of the two on the source."));
        }
    }

    private static boolean isListed(JobSpec spec, Storage target) throws FailureException {
        return target.list(spec.targetPath().parent()).entries().stream()
                .map(Entry::name)
                .anyMatch(spec.targetPath().name()::equals);
    }
}
