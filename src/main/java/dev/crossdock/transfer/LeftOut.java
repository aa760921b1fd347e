package dev.crossdock.transfer;

import dev.crossdock.model.NamePattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What of a folder gets no job, in words that stay short however much it is.
final class LeftOut {

    private static final int MOST_LINES = 100;

    /// A name with one would look like two.
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final List<String> lines = new ArrayList<>();
    private final Map<NamePattern, Integer> skipped = new LinkedHashMap<>();
    private int count;
    private int told;

    /// @param why in words for the user
    void add(String why) {
        count++;
        told++;
        if (lines.size() < MOST_LINES) {
            lines.add(LINE_BREAK.matcher(why).replaceAll("\u240A"));
        }
    }

    /// @param by what the user does not want
    void skip(NamePattern by) {
        count++;
        skipped.merge(by, 1, Integer::sum);
    }

    int count() {
        return count;
    }

    /// Empty if nothing was left out.
    String note() {
        var all = new ArrayList<>(lines);
        if (told > lines.size()) {
            all.add("… and %,d more.".formatted(told - lines.size()));
        }
        skipped.forEach((pattern, times) ->
                all.add("%,d skipped, by your skip list: %s".formatted(times, pattern)));
        return String.join("\n", all);
    }
}
