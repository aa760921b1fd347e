package dev.crossdock.about;

import java.util.Comparator;
import java.util.List;

/// A library that is shipped.
///
/// @param group who made it, as in `org.openjfx`; may be empty
/// @param licences what it may be used under, one of them at choice; may be empty
public record Library(String group, String name, String version, List<String> licences)
        implements Comparable<Library> {

    private static final Comparator<Library> ORDER =
            Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Library::group)
                    .thenComparing(Library::version)
                    .thenComparing(Library::licence);

    public Library {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a library without a name");
        }
        licences = List.copyOf(licences);
    }

    /// All licences on one line.
    public String licence() {
        return licences.isEmpty() ? "not stated" : String.join(" or ", licences);
    }

    @Override
    public int compareTo(Library other) {
        return ORDER.compare(this, other);
    }
}
