package dev.crossdock.exchange;

/// A file as a whole is not what it should be; the message goes on after “cannot be read: ”.
final class BadFileException extends Exception {

    private static final long serialVersionUID = 1L;

    BadFileException(String why) {
        super(why);
    }

    BadFileException(String why, Throwable cause) {
        super(why, cause);
    }

    String why() {
        return Words.line(String.valueOf(getMessage()));
    }
}
