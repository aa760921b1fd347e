package dev.crossdock.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What processes hold of the memory, in KiB.
///
/// @param resident all pages, those shared with others too
/// @param fair pages shared by several processes are divided among them
record Memory(long resident, long fair) {

    static final Memory NONE = new Memory(0, 0);

    private static final Pattern LINE =
            Pattern.compile("^(Rss|Pss):\\s+(\\d+) kB$", Pattern.MULTILINE);

    Memory {
        if (resident < 0 || fair < 0) {
            throw new IllegalArgumentException("negative memory");
        }
    }

    /// @param rollup the text of `/proc/PID/smaps_rollup`
    static Memory parse(String rollup) {
        return new Memory(value(rollup, "Rss"), value(rollup, "Pss"));
    }

    static Memory sum(List<Memory> all) {
        return all.stream().reduce(NONE, Memory::plus);
    }

    private Memory plus(Memory other) {
        return new Memory(resident + other.resident, fair + other.fair);
    }

    private static long value(String rollup, String name) {
        Matcher line = LINE.matcher(rollup);
        while (line.find()) {
            if (line.group(1).equals(name)) {
                return Long.parseLong(line.group(2));
            }
        }
        throw new IllegalArgumentException("no " + name + " in smaps_rollup");
    }
}
