package dev.crossdock.cli;

/// The command line asks for something that cannot be; the message says what to write instead.
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String words;

    UsageException(String words) {
        super(words);
        this.words = words;
    }

    public String words() {
        return words;
    }
}
