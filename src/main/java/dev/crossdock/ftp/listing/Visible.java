package dev.crossdock.ftp.listing;

/// Makes what a server sent fit for a message: one line, no control characters, not too long.
public final class Visible {

    private static final int LONGEST = 80;

    private Visible() {}

    static String text(String raw) {
        return text(raw, LONGEST);
    }

    public static String text(String raw, int longest) {
        String head = raw.length() > longest ? raw.substring(0, longest) + "…" : raw;
        var out = new StringBuilder();
        head.codePoints()
                .forEach(c -> {
                    if (Character.isISOControl(c)) {
                        out.append("\\x%02X".formatted(c));
                    } else {
                        out.appendCodePoint(isLoneSurrogate(c) ? '\uFFFD' : c);
                    }
                });
        return out.toString();
    }

    private static boolean isLoneSurrogate(int c) {
        return c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
    }
}
