package dev.crossdock.cli;

import dev.crossdock.model.ByteRate;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.Priority;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words that options take. Pure; what an option does not know it lists.
final class Choices {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KkMm]?)");

    private Choices() {}

    static Trust trust(String word) throws UsageException {
        return switch (word) {
            case "ask" -> Trust.ASK;
            case "new" -> Trust.NEW;
            case "known" -> Trust.KNOWN;
            default -> throw unknown("--trust", word, "ask, new or known");
        };
    }

    /// Empty lets the planner choose.
    static Optional<Method> method(String word) throws UsageException {
        if (word.equals("auto")) {
            return Optional.empty();
        }
        var method = Method.ofWord(word).filter(known -> known != Method.LOCAL);
        if (method.isEmpty()) {
            throw unknown("--method", word, "auto, proxy, sscn, cpsv, ccsn, relay or clear");
        }
        return method;
    }

    /// Empty lets the planner choose.
    static Optional<Side> passive(String word) throws UsageException {
        return switch (word) {
            case "auto" -> Optional.empty();
            case "source" -> Optional.of(Side.SOURCE);
            case "target" -> Optional.of(Side.TARGET);
            default -> throw unknown("--passive", word, "auto, source or target");
        };
    }

    static ExistsRule exists(String word) throws UsageException {
        return ExistsRule.ofWord(word)
                .filter(rule -> rule != ExistsRule.FAIL)
                .orElseThrow(() ->
                        unknown(
                                "--exists",
                                word,
                                "ask, skip, overwrite, overwrite-newer,"
                                        + " overwrite-other-size,"
                                        + " overwrite-newer-or-other-size, resume or"
                                        + " rename"));
    }

    /// Bytes a second.
    static long rate(String word) throws UsageException {
        return ByteRate.parse(word)
                .orElseThrow(() -> unknown("--limit", word, "bytes a second such as 500K or 2M"))
                .bytesPerSecond();
    }

    /// Bytes, with K and M in steps of 1024.
    static long rollBack(String word) throws UsageException {
        var parts = SIZE.matcher(word);
        if (parts.matches()) {
            int unit =
                    switch (parts.group(2)) {
                        case "K", "k" -> 1024;
                        case "M", "m" -> 1024 * 1024;
                        default -> 1;
                    };
            long bytes = Long.parseLong(parts.group(1)) * unit;
            if (bytes <= TransferPolicy.MOST_ROLL_BACK) {
                return bytes;
            }
        }
        throw unknown("--roll-back", word, "0 to 1M bytes, such as 4096 or 64K");
    }

    static HashRule hash(String word) throws UsageException {
        return switch (word) {
            case "never" -> HashRule.NEVER;
            case "cheap" -> HashRule.WHEN_CHEAP;
            case "always" -> HashRule.ALWAYS;
            default -> throw unknown("--hash", word, "never, cheap or always");
        };
    }

    static Priority priority(String word) throws UsageException {
        return Priority.ofWord(word)
                .orElseThrow(() -> unknown("--priority", word, "high, normal or low"));
    }

    /// The next time that a clock shows this, or a time of a day.
    static Instant time(String word, Clock clock) throws UsageException {
        ZonedDateTime now = ZonedDateTime.now(clock);
        try {
            if (word.contains("T")) {
                return LocalDateTime.parse(word).atZone(clock.getZone()).toInstant();
            }
            ZonedDateTime today = now.with(LocalTime.parse(word));
            return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
        } catch (DateTimeParseException noTime) {
            throw unknown("--at", word, "23:30 or 2026-11-30T23:30");
        }
    }

    private static UsageException unknown(String option, String word, String known) {
        return new UsageException(option + " takes " + known + ", not " + word + ".");
    }
}
