package dev.crossdock.ftp.listing;

/// Permission bits as `ls` writes them.
final class UnixMode {

    private static final String LETTERS = "rwxrwxrwx";

    private UnixMode() {}

    static String letters(int mode) {
        var text = new StringBuilder();
        for (int i = 0; i < LETTERS.length(); i++) {
            boolean set = (mode >> (LETTERS.length() - 1 - i) & 1) == 1;
            text.append(set ? LETTERS.charAt(i) : '-');
        }
        return text.toString();
    }
}
