package dev.crossdock.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A file of sections with `key=value` lines. Whatever is neither is passed over.
record Ini(List<Section> sections) {

    private static final int MOST_SECTIONS = 20_000;
    private static final int LONGEST_LINE = 64 * 1024;

    /// @param values by their names in whatever case
    record Section(String name, Map<String, String> values) {

        /// Empty where it is not said.
        String text(String key) {
            return values.getOrDefault(key, "");
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        /// What is no number counts as not said.
        int number(String key, int otherwise) {
            try {
                return Integer.parseInt(text(key).strip());
            } catch (NumberFormatException noNumber) {
                return otherwise;
            }
        }
    }

    static Ini parse(String text) throws BadFileException {
        var sections = new ArrayList<Section>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String stripped = line.length() > LONGEST_LINE ? "" : line.strip();
            if (stripped.startsWith("[") && stripped.endsWith("]")) {
                if (sections.size() == MOST_SECTIONS) {
                    throw new BadFileException(
                            "it has more than %,d sections".formatted(MOST_SECTIONS));
                }
                sections.add(
                        new Section(
                                stripped.substring(1, stripped.length() - 1),
                                new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
            } else if (!sections.isEmpty()) {
                int equals = stripped.indexOf('=');
                if (equals > 0 && !stripped.startsWith(";") && !stripped.startsWith("#")) {
                    sections.getLast()
                            .values()
                            .putIfAbsent(
                                    stripped.substring(0, equals).strip(),
                                    stripped.substring(equals + 1));
                }
            }
        }
        return new Ini(List.copyOf(sections));
    }

    Optional<Section> section(String name) {
        return sections.stream()
                .filter(section -> section.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
