package dev.crossdock.ftp.listing;

/// Makes what a server sent fit for a message: one line, no control characters, not too long.
final class Visible {

    private static final int LONGEST = 80;

    private Visible() {}

    static String text(String raw) {
        String head = raw.length() > LONGEST ? raw.substring(0, LONGEST) + "…" : raw;
        var out = new StringBuilder();
        head.chars()
                .forEach(c -> {
                    if (Character.isISOControl(c)) {
                        out.append("\\x%02X".formatted(c));
                    } else {
                        out.append(Character.isSurrogate((char) c) ? '�' : (char) c);
                    }
                });
        return out.toString();
    }
}
