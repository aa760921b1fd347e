package dev.crossdock.update;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Pure: whether to look, and what to make of what came.
final class UpdateCheck {

    static final Duration BETWEEN = Duration.ofDays(7);

    private UpdateCheck() {}

    /// @param list the list if it can be trusted
    record Verdict(Finding finding, Optional<ReleaseList> list) {

        private static Verdict refused(Finding finding) {
            return new Verdict(finding, Optional.empty());
        }
    }

    /// Whether a week has passed; a time that is still to come is a clock that was wrong.
    static boolean isDue(Optional<Instant> last, Instant now) {
        return last.map(at -> at.isAfter(now) || !at.plus(BETWEEN).isAfter(now)).orElse(true);
    }

    /// @param seen the highest number of a list that was trusted before
    static Verdict decide(Fetched fetched, PublicKey key, Version own, int seen, Instant now) {
        return switch (fetched) {
            case Fetched.Failed(String why) -> Verdict.refused(new Finding.Unreachable(why));
            case Fetched.Files(byte[] list, byte[] signature) ->
                    // The parser sees nothing that is not signed.
                    ReleaseSignature.covers(list, signature, key)
                            ? signed(list, own, seen, now)
                            : Verdict.refused(new Finding.Forged());
        };
    }

    /// What is there for this build.
    static Finding compare(Optional<Release> newest, Optional<Version> security, Version own) {
        return newest.filter(release -> release.version().isAfter(own))
                .<Finding>map(release ->
                        new Finding.Newer(
                                release, security.filter(each -> each.isAfter(own)).isPresent()))
                .orElseGet(() -> new Finding.Newest(own));
    }

    private static Verdict signed(byte[] bytes, Version own, int seen, Instant now) {
        ReleaseList list;
        try {
            list = ReleaseList.parse(bytes);
        } catch (IllegalArgumentException wrong) {
            return Verdict.refused(new Finding.Unusable(String.valueOf(wrong.getMessage())));
        }
        if (list.sequence() < seen) {
            return Verdict.refused(new Finding.RolledBack(list.sequence(), seen));
        }
        if (!now.isBefore(list.validUntil())) {
            return Verdict.refused(new Finding.TooOld(list.validUntil()));
        }
        return new Verdict(compare(list.newest(), list.newestSecurity(), own), Optional.of(list));
    }
}
