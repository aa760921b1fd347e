package dev.crossdock.ui.report;

import dev.crossdock.model.WireText;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts labels such as `host-1` in the place of what tells who somebody is, the same label for the
/// same thing, upper and lower case alike.
///
/// What is known is found anywhere in a text; what is not is found by how it is written.
final class Redaction {

    enum Kind {
        HOST("host"),
        ADDRESS("address"),
        PRIVATE_ADDRESS("private-address"),
        LOOPBACK_ADDRESS("loopback-address"),
        USER("user"),
        SITE("site"),
        PATH("path"),
        WORD("name"),
        DIGEST("digest");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /// Shorter names are struck out where a name is expected, but not looked for in sentences.
    private static final int SHORTEST_SOUGHT = 3;

    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.COMMENTS;

    private static final String BEFORE_WRITTEN =
            """
            (?<url> [a-z][a-z0-9+.-]*://[^\\s"'<>]+ )
            | (?<mail> [^\\s"'<>()@/:=]+ @ [\\p{L}\\p{N}][\\p{L}\\p{N}.-]* )
            | (?<![\\p{L}\\p{N}]) (?: "(?<quoted>(?:[^"]|"")*)" | '(?<single>[^']+)' | “(?<curly>[^”]*)” )
            | (?<![\\d,]) (?<port> \\d{1,3}(?:,\\d{1,3}){5} ) (?![\\d,])
            | (?<![\\p{L}\\p{N}:]) (?<digest> [0-9a-f]{2}(?::[0-9a-f]{2}){15,} | [0-9a-f]{32,} ) (?![\\p{L}\\p{N}])
            | (?<![\\d.]) (?<four> \\d{1,3}(?:\\.\\d{1,3}){3} ) (?![\\d]|\\.\\d)
            | (?<![\\p{L}\\p{N}:]) (?<six> [0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?<=:)\\d{1,3}(?:\\.\\d{1,3}){3})?(?:%\\w+)? ) (?![\\p{L}\\p{N}:]|\\.\\d)
            """;

    private static final String BEHIND_WRITTEN =
            """
            | (?<path> (?<![\\p{L}\\p{N}/\\\\.~-]) (?:~|[a-z]:)? [/\\\\] [^\\s"<>|]+ )
            | (?<escaped> [^\\s/]*%[0-9a-f]{2}[^\\s/]* )
            | (?<![\\p{L}\\p{N}_-]) (?<dotted> [\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+ )
            """;

    private static final Pattern VERSION =
            Pattern.compile("v?\\d+(\\.\\d+)*[a-z]?\\w{0,3}|(TLS|SSL)v\\d(\\.\\d)?", FLAGS);
    private static final Pattern COMMAND = Pattern.compile("[A-Z]{3,8}");
    private static final Pattern TAIL = Pattern.compile("[.,:;!?)\\]]+$");
    private static final Pattern ESCAPED = Pattern.compile("%([0-9a-fA-F]{2})");

    private final Map<String, String> labels = new HashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private @Nullable Pattern pattern;

    /// The label of something of this kind, which is looked for from now on.
    String label(Kind kind, String thing) {
        String key = key(thing);
        String known = labels.get(key);
        if (known != null) {
            return known;
        }
        String label = kind.label + "-" + counts.merge(kind, 1, Integer::sum);
        labels.put(key, label);
        pattern = null;
        return label;
    }

    /// A host name or an address.
    String host(String host) {
        return label(Kind.HOST, host);
    }

    /// A path with a label for each of its names.
    String path(String path) {
        var struck = new StringBuilder();
        int from = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == '/' || path.charAt(at) == '\\') {
                struck.append(name(path.substring(from, at)));
                if (at < path.length()) {
                    struck.append(path.charAt(at));
                }
                from = at + 1;
            }
        }
        return struck.toString();
    }

    /// Words of somebody else.
    String text(String words) {
        return pattern().matcher(words).replaceAll(found -> Matcher.quoteReplacement(of(found)));
    }

    private String of(MatchResult found) {
        if (has(found, "url")) {
            String url = found.group();
            int end = url.indexOf("://") + 3;
            return url.substring(0, end) + label(Kind.WORD, url.substring(end));
        }
        if (has(found, "mail")) {
            String mail = stripped(found.group());
            return mail(mail) + found.group().substring(mail.length());
        }
        for (String quoted : new String[] {"quoted", "single", "curly"}) {
            if (has(found, quoted)) {
                String whole = found.group();
                return whole.charAt(0)
                        + quoted(found.group(quoted))
                        + whole.charAt(whole.length() - 1);
            }
        }
        if (has(found, "port")) {
            return port(found.group());
        }
        if (has(found, "digest")) {
            return label(Kind.DIGEST, found.group());
        }
        if (has(found, "four") || has(found, "six")) {
            return address(found.group());
        }
        if (has(found, "path")) {
            String path = stripped(found.group());
            return path(path) + found.group().substring(path.length());
        }
        if (has(found, "escaped")) {
            return label(Kind.PATH, found.group());
        }
        if (has(found, "dotted")) {
            String word = found.group();
            return VERSION.matcher(word).matches() ? word : label(Kind.WORD, word);
        }
        return label(Kind.WORD, found.group());
    }

    /// Some servers have users that look like this.
    private String mail(String mail) {
        String known = labels.get(key(mail));
        int at = mail.lastIndexOf('@');
        return known == null
                ? label(Kind.USER, mail.substring(0, at)) + "@" + host(mail.substring(at + 1))
                : known;
    }

    private String quoted(String inside) {
        String plain = inside.replace("\"\"", "\"");
        return COMMAND.matcher(plain).matches() ? plain : path(plain);
    }

    /// The six numbers of PASV and PORT; which port it is tells nobody who somebody is.
    private String port(String numbers) {
        String[] all = numbers.split(",", -1);
        String address = String.join(".", all[0], all[1], all[2], all[3]);
        return address(address) + "," + all[4] + "," + all[5];
    }

    private String address(String written) {
        String literal = written.replaceFirst("%.*", "");
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            Kind kind =
                    address.isLoopbackAddress()
                            ? Kind.LOOPBACK_ADDRESS
                            : address.isSiteLocalAddress() || address.isLinkLocalAddress()
                                    ? Kind.PRIVATE_ADDRESS
                                    : Kind.ADDRESS;
            return label(kind, literal);
        } catch (IllegalArgumentException none) {
            // A time, or a number of a version.
            return written;
        }
    }

    private String name(String name) {
        boolean drive = name.length() == 2 && name.charAt(1) == ':';
        return name.isEmpty() || name.matches("[.~]+") || drive ? name : label(Kind.PATH, name);
    }

    private Pattern pattern() {
        Pattern now = pattern;
        if (now == null) {
            String sought =
                    labels.keySet().stream()
                            .filter(thing -> thing.length() >= SHORTEST_SOUGHT)
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .flatMap(thing -> Stream.of(thing, escaped(thing)))
                            .distinct()
                            .map(Redaction::literal)
                            .collect(Collectors.joining("|"));
            String known =
                    sought.isEmpty()
                            ? ""
                            : "| (?<![\\p{L}\\p{N}]) (?: " + sought + " ) (?![\\p{L}\\p{N}])";
            now = Pattern.compile(BEFORE_WRITTEN + known + BEHIND_WRITTEN, FLAGS);
            pattern = now;
        }
        return now;
    }

    /// Each character by its number: `COMMENTS` drops blanks and `#` even from quoted text.
    private static String literal(String thing) {
        return thing.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining());
    }

    private static boolean has(MatchResult found, String group) {
        return found.group(group) != null;
    }

    private static String stripped(String word) {
        return TAIL.matcher(word).replaceFirst("");
    }

    /// Whatever way it is written, one thing has one key.
    private static String key(String thing) {
        String plain = ESCAPED.matcher(thing).find() ? unescaped(thing) : thing;
        try {
            return InetAddress.ofLiteral(plain).getHostAddress();
        } catch (IllegalArgumentException none) {
            return plain.toLowerCase(Locale.ROOT);
        }
    }

    private static String unescaped(String text) {
        var bytes = new ByteArrayOutputStream();
        Matcher found = ESCAPED.matcher(text);
        int from = 0;
        while (found.find()) {
            bytes.writeBytes(WireText.encode(text.substring(from, found.start())));
            bytes.write(HexFormat.fromHexDigits(found.group(1)));
            from = found.end();
        }
        bytes.writeBytes(WireText.encode(text.substring(from)));
        return WireText.decode(bytes.toByteArray());
    }

    private static String escaped(String text) {
        if (!WireText.isSendable(text)) {
            return text;
        }
        var escaped = new StringBuilder();
        for (byte each : WireText.encode(text)) {
            boolean plain =
                    each >= 0 && (Character.isLetterOrDigit(each) || "-._~".indexOf(each) >= 0);
            escaped.append(plain ? Character.toString(each) : "%%%02x".formatted(each));
        }
        return escaped.toString();
    }
}
