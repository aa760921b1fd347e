package dev.crossdock.exchange;

import dev.crossdock.model.RemotePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How FileZilla writes a path of a server: `1 0 3 pub 5 linux` is `/pub/linux`.
///
/// Names are read by their length, which counts UTF-16 units on Windows and code points elsewhere.
///
/// @param type which kind of server it is a path of; 1 for Unix
/// @param prefix a device and the like; Unix has none
record SafePath(int type, String prefix, List<String> names) {

    static final int UNIX = 1;
    private static final int LONGEST_NAME = 32_767;

    /// What a length in it counts.
    enum Unit {
        UTF_16,
        CODE_POINT;

        Unit other() {
            return this == UTF_16 ? CODE_POINT : UTF_16;
        }
    }

    SafePath {
        names = List.copyOf(names);
    }

    /// Tries the other unit where this one does not lead to the end.
    static Optional<SafePath> parse(String text, Unit unit) {
        return strict(text, unit).or(() -> strict(text, unit.other()));
    }

    static String write(RemotePath path, Unit unit) {
        var text = new StringBuilder().append(UNIX).append(" 0");
        for (String name : path.names()) {
            int length =
                    switch (unit) {
                        case UTF_16 -> name.length();
                        case CODE_POINT -> name.codePointCount(0, name.length());
                    };
            text.append(' ').append(length).append(' ').append(name);
        }
        return text.toString();
    }

    /// Whether its names parted by slashes are the path, on any server of that type.
    boolean isPlain() {
        return (type == UNIX || type == 9 || type == 10) && prefix.isEmpty();
    }

    /// @throws IllegalArgumentException if a name cannot be one
    RemotePath path() {
        for (String name : names) {
            if (!RemotePath.isName(name)) {
                throw new IllegalArgumentException("“" + name + "” cannot be a name.");
            }
        }
        return RemotePath.of("/" + String.join("/", names));
    }

    private static Optional<SafePath> strict(String text, Unit unit) {
        var in = new Scanner(text, unit);
        int type = in.number();
        int prefixLength = in.number();
        String prefix = prefixLength > 0 ? in.text(prefixLength) : "";
        var names = new ArrayList<String>();
        while (!in.failed && !in.atEnd()) {
            int length = in.number();
            names.add(length > 0 ? in.text(length) : in.fail());
        }
        return in.failed || type < 0 || prefixLength < 0
                ? Optional.empty()
                : Optional.of(new SafePath(type, prefix, names));
    }

    /// Reads fields that are parted by single blanks.
    private static final class Scanner {

        private final String text;
        private final Unit unit;
        private int at;
        private boolean failed;

        Scanner(String text, Unit unit) {
            this.text = text;
            this.unit = unit;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        String fail() {
            failed = true;
            return "";
        }

        /// -1 where there is none.
        int number() {
            blank();
            int start = at;
            while (at < text.length() && at - start < 6 && isDigit(text.charAt(at))) {
                at++;
            }
            if (failed || start == at) {
                fail();
                return -1;
            }
            return Integer.parseInt(text.substring(start, at));
        }

        String text(int length) {
            blank();
            if (failed || length > LONGEST_NAME) {
                return fail();
            }
            int start = at;
            try {
                at =
                        switch (unit) {
                            case UTF_16 -> start + length;
                            case CODE_POINT -> text.offsetByCodePoints(start, length);
                        };
            } catch (IndexOutOfBoundsException tooShort) {
                return fail();
            }
            return at > text.length() ? fail() : text.substring(start, at);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private void blank() {
            if (at == 0) {
                return;
            }
            if (at >= text.length() || text.charAt(at) != ' ') {
                fail();
            } else {
                at++;
            }
        }
    }
}
