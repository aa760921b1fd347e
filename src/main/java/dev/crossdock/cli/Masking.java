package dev.crossdock.cli;

import java.util.regex.Pattern;

/// Takes passwords out of what was typed before it is repeated.
final class Masking {

    private static final Pattern IN_URL = Pattern.compile("(://[^/@:\\s]*):.*@", Pattern.DOTALL);
    private static final Pattern AT_START = Pattern.compile("^([^/@:\\s]*):.*@", Pattern.DOTALL);

    private Masking() {}

    /// A message that may repeat URLs.
    static String message(String text) {
        return IN_URL.matcher(text).replaceAll("$1:…@");
    }

    /// One argument, perhaps a URL without its scheme.
    static String argument(String typed) {
        return AT_START.matcher(message(typed)).replaceFirst("$1:…@");
    }
}
