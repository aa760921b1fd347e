package dev.crossdock.instance;

import java.io.IOException;

/// The running Crossdock answered that it will not or cannot; the message is for a person.
public final class InstanceException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String words;

    public InstanceException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.words = message;
    }

    public Kind kind() {
        return kind;
    }

    /// The message.
    public String words() {
        return words;
    }

    /// Whose matter it is.
    public enum Kind {
        /// The request cannot be: there is no such command, or it lacks something.
        USAGE("usage"),
        /// The request is good and was not carried out.
        FAILED("failed"),
        /// The two Crossdocks speak different versions.
        VERSION("version");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /// What is unknown counts as a failure.
        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return FAILED;
        }
    }
}
