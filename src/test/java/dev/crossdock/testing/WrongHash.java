package dev.crossdock.testing;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes the hash in a reply another one.
final class WrongHash {

    private static final Pattern HEX = Pattern.compile("\\b[0-9a-fA-F]{8,}\\b");

    private WrongHash() {}

    static String in(String reply) {
        // a range or a name may look like a hash too, but is not as long
        return HEX.matcher(reply)
                .results()
                .max(Comparator.comparingInt(found -> found.group().length()))
                .map(found -> reply.substring(0, found.start()) + other(found) + tail(reply, found))
                .orElse(reply);
    }

    private static String other(MatchResult found) {
        char first = found.group().charAt(0) == '0' ? '1' : '0';
        return first + found.group().substring(1);
    }

    private static String tail(String reply, MatchResult found) {
        return reply.substring(found.end());
    }
}
