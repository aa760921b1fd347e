package dev.crossdock.exchange;

/// One site of a file cannot be taken; the message says why, in a sentence.
final class UnusableSiteException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableSiteException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
