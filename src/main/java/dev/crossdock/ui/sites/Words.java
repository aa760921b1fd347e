package dev.crossdock.ui.sites;

import dev.crossdock.model.ServerAddress;
import dev.crossdock.ui.control.Strings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what people type into a form, and writes it back as they would.
///
/// All readers throw IllegalArgumentException with words for a person.
final class Words {

    private static final Pattern OFFSET =
            Pattern.compile("([+\\-\u2212]?)(\\d{1,2})(?::([0-5]\\d)(?::([0-5]\\d))?)?");

    private Words() {}

    static Optional<String> optional(String typed) {
        return Optional.of(typed.strip()).filter(words -> !words.isEmpty());
    }

    static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static String text(List<?> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    static int port(String typed) {
        String digits = typed.strip();
        if (!digits.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(Strings.text("connect.problem.port"));
        }
        return new ServerAddress("x", Integer.parseInt(digits)).port();
    }

    /// A host name or an address, the latter with or without brackets.
    static String host(String typed) {
        String host = withoutBrackets(typed.strip());
        if (host.isEmpty()) {
            throw new IllegalArgumentException(Strings.text("connect.problem.host"));
        }
        return new ServerAddress(host, 1).host();
    }

    /// `host`, `host:port`, `[::1]:port` or `::1`.
    ///
    /// @param usualPort where none is typed
    static ServerAddress address(String typed, int usualPort) {
        String words = typed.strip();
        int colon = words.lastIndexOf(':');
        boolean hasPort =
                colon >= 0 && (words.indexOf(':') == colon || words.lastIndexOf(']') == colon - 1);
        return hasPort
                ? new ServerAddress(
                        host(words.substring(0, colon)), port(words.substring(colon + 1)))
                : new ServerAddress(host(words), usualPort);
    }

    /// The host alone where the port is the usual one.
    static String address(ServerAddress address, int usualPort) {
        return address.port() == usualPort ? address.host() : address.toString();
    }

    /// A whole number within bounds; empty if nothing is typed.
    static OptionalInt number(String typed, int least, int most) {
        String digits = typed.strip();
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        if (digits.matches("\\d{1,9}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        throw new IllegalArgumentException(Strings.text("sites.problem.number", least, most));
    }

    static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    /// `+2:00`, `-3:30`, `2`.
    static Duration offset(String typed) {
        String words = typed.strip();
        if (words.isEmpty()) {
            return Duration.ZERO;
        }
        Matcher match = OFFSET.matcher(words);
        if (!match.matches()) {
            throw new IllegalArgumentException(Strings.text("sites.problem.offset"));
        }
        Duration offset =
                Duration.ofHours(Integer.parseInt(match.group(2)))
                        .plusMinutes(part(match.group(3)))
                        .plusSeconds(part(match.group(4)));
        boolean behind = !match.group(1).isEmpty() && !match.group(1).equals("+");
        return behind ? offset.negated() : offset;
    }

    /// Nothing for no offset.
    static String offset(Duration offset) {
        if (offset.isZero()) {
            return "";
        }
        Duration size = offset.abs();
        String sign = offset.isNegative() ? "-" : "+";
        return size.toSecondsPart() == 0
                ? String.format(
                        Locale.ROOT, "%s%d:%02d", sign, size.toHours(), size.toMinutesPart())
                : String.format(
                        Locale.ROOT,
                        "%s%d:%02d:%02d",
                        sign,
                        size.toHours(),
                        size.toMinutesPart(),
                        size.toSecondsPart());
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String withoutBrackets(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }
}
