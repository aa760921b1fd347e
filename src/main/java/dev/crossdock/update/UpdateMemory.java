package dev.crossdock.update;

import java.time.Instant;
import java.util.Optional;

/// What is kept from one look to the next.
///
/// @param checked when it was looked last, whatever came of it
/// @param trouble why that was for nothing, in words; empty if it was not
/// @param sequence the highest number of a list that was trusted; 0 before the first
/// @param newest of the last list that was trusted
/// @param security the last version in it that mends a weakness
/// @param skipped what the user does not want to hear of
record UpdateMemory(
        Optional<Instant> checked,
        String trouble,
        int sequence,
        Optional<Release> newest,
        Optional<Version> security,
        Optional<Version> skipped) {

    static final UpdateMemory FRESH =
            new UpdateMemory(
                    Optional.empty(), "", 0, Optional.empty(), Optional.empty(), Optional.empty());

    UpdateMemory {
        if (sequence < 0) {
            throw new IllegalArgumentException("“sequence” is below zero.");
        }
    }

    UpdateMemory after(UpdateCheck.Verdict verdict, String host, Instant now) {
        return verdict.list()
                .map(list ->
                        new UpdateMemory(
                                Optional.of(now),
                                "",
                                Math.max(sequence, list.sequence()),
                                list.newest(),
                                list.newestSecurity(),
                                skipped))
                .orElseGet(() ->
                        new UpdateMemory(
                                Optional.of(now),
                                verdict.finding().words(host),
                                sequence,
                                newest,
                                security,
                                skipped));
    }

    UpdateMemory skipping(Version version) {
        return new UpdateMemory(checked, trouble, sequence, newest, security, Optional.of(version));
    }

    Known known(Version own, String host) {
        Finding finding = UpdateCheck.compare(newest, security, own);
        return new Known(
                own,
                checked,
                trouble.isEmpty() ? finding.words(host) : trouble,
                !trouble.isEmpty(),
                Optional.of(finding)
                        .filter(Finding.Newer.class::isInstance)
                        .map(Finding.Newer.class::cast)
                        .filter(newer -> !skipped.equals(Optional.of(newer.release().version()))));
    }
}
