package dev.crossdock.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A speed that is more than none.
public record ByteRate(long bytesPerSecond) {

    private static final Pattern WORD =
            Pattern.compile("([0-9]{1,12}(?:[.][0-9]{1,6})?)([KkMmGg]?)");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    public ByteRate {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("not a speed: " + bytesPerSecond);
        }
    }

    /// Bytes a second as people type them: `800`, `500K`, `1.5M`, `1G`, in steps of 1000. Empty if
    /// it is none.
    public static Optional<ByteRate> parse(String word) {
        var parts = WORD.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal bytes = new BigDecimal(parts.group(1)).multiply(unit(parts.group(2)));
        return bytes.compareTo(BigDecimal.ONE) < 0 || bytes.compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(new ByteRate(bytes.longValue()));
    }

    /// The shortest that [#parse] takes for the same speed.
    public String word() {
        return Stream.of("G", "M", "K", "")
                .flatMap(unit -> word(unit).stream())
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private Optional<String> word(String unit) {
        BigDecimal number =
                BigDecimal.valueOf(bytesPerSecond).divide(unit(unit)).stripTrailingZeros();
        String word = number.toPlainString() + unit;
        return number.compareTo(BigDecimal.ONE) < 0 ? Optional.empty() : Optional.of(word);
    }

    private static BigDecimal unit(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "K" -> BigDecimal.valueOf(1_000);
            case "M" -> BigDecimal.valueOf(1_000_000);
            case "G" -> BigDecimal.valueOf(1_000_000_000);
            default -> BigDecimal.ONE;
        };
    }
}
