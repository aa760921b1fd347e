package dev.crossdock.exchange;

/// What came of one site, or of one thing in it, for the user to read.
///
/// Its words hold no password, no control character and no line break.
public sealed interface Finding {

    /// The site with its folders; empty where the file as a whole is meant.
    String site();

    /// What happened, in sentences.
    String message();

    /// As scripts read it: `raised`.
    String word();

    /// Message and site as one text.
    default String words() {
        return site().isEmpty() ? message() : "“" + site() + "”: " + message();
    }

    /// The site is there.
    record Taken(String site) implements Finding {

        public Taken {
            site = Words.line(site);
        }

        @Override
        public String message() {
            return "Taken.";
        }

        @Override
        public String word() {
            return "taken";
        }
    }

    /// Its encryption is stronger than it was.
    record Raised(String site, String message) implements Finding {

        public Raised {
            site = Words.line(site);
            message = Words.line(message);
        }

        @Override
        public String word() {
            return "raised";
        }
    }

    /// It is there as it was, and that is not safe.
    record Warned(String site, String message) implements Finding {

        public Warned {
            site = Words.line(site);
            message = Words.line(message);
        }

        @Override
        public String word() {
            return "warned";
        }
    }

    /// Something of it is there in another form.
    record Changed(String site, String message) implements Finding {

        public Changed {
            site = Words.line(site);
            message = Words.line(message);
        }

        @Override
        public String word() {
            return "changed";
        }
    }

    /// Something of it is missing.
    record Dropped(String site, String message) implements Finding {

        public Dropped {
            site = Words.line(site);
            message = Words.line(message);
        }

        @Override
        public String word() {
            return "dropped";
        }
    }

    /// It is not there at all.
    record Skipped(String site, String message) implements Finding {

        public Skipped {
            site = Words.line(site);
            message = Words.line(message);
        }

        @Override
        public String word() {
            return "skipped";
        }
    }
}
