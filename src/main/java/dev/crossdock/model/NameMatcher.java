package dev.crossdock.model;

/// Says which names a pattern means, after bounded work on each.
sealed interface NameMatcher permits Wildcard, BoundedRegex {

    enum Answer {
        YES,
        NO,
        /// It would take too long to find out.
        GAVE_UP
    }

    Answer matches(String name);
}
