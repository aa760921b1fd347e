package dev.crossdock.ftp.listing;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Entry.Kind;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the lines of MLSD and MLST (RFC 3659 §7).
public final class MlsdListing {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private MlsdListing() {}

    public static Listing read(RemotePath folder, Charset charset, InputStream in)
            throws IOException {
        var lines = new Lines(in, charset);
        var collected = new Collected();
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            Lines.Line line = next.get();
            if (line.tooLong()) {
                collected.tooLong(line.text());
            } else {
                take(line.text(), collected);
            }
        }
        return collected.of(folder);
    }

    /// One entry; empty if the line is none that can be used.
    public static Optional<Entry> entry(String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String name = line.substring(space + 1);
        return RemotePath.isName(name)
                ? Optional.of(entry(name, facts(line.substring(0, space))))
                : Optional.empty();
    }

    /// The facts in front of the first space, their names in lower case.
    public static Map<String, String> facts(String list) {
        var facts = new HashMap<String, String>();
        for (String fact : list.split(";")) {
            int equals = fact.indexOf('=');
            if (equals > 0) {
                facts.put(
                        fact.substring(0, equals).toLowerCase(Locale.ROOT),
                        fact.substring(equals + 1));
            }
        }
        return facts;
    }

    private static void take(String line, Collected collected) {
        if (line.isBlank()) {
            return;
        }
        int space = line.indexOf(' ');
        Map<String, String> facts = facts(line.substring(0, Math.max(0, space)));
        String type = facts.getOrDefault("type", "").toLowerCase(Locale.ROOT);
        if (type.equals("cdir") || type.equals("pdir")) {
            return;
        }
        String name = line.substring(space + 1);
        if (space < 0 || (facts.isEmpty() && space > 0)) {
            collected.leaveOut("A line that is no entry: " + Visible.text(line));
        } else if (!RemotePath.isName(name)) {
            collected.leaveOut("A name that cannot be the name of an entry: " + Visible.text(name));
        } else {
            collected.add(entry(name, facts));
        }
    }

    private static Entry entry(String name, Map<String, String> facts) {
        String type = facts.getOrDefault("type", "file");
        return new Entry(
                name,
                kind(type.toLowerCase(Locale.ROOT)),
                size(facts),
                Optional.ofNullable(facts.get("modify")).flatMap(MlsdListing::time),
                permissions(facts),
                linkTarget(type));
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "file" -> Kind.FILE;
            case "dir", "cdir", "pdir" -> Kind.FOLDER;
            default -> type.matches("os\\.unix=s(ym)?link.*") ? Kind.LINK : Kind.OTHER;
        };
    }

    private static OptionalLong size(Map<String, String> facts) {
        String digits = facts.getOrDefault("size", "");
        return digits.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }

    /// A time of RFC 3659 §2.3: `YYYYMMDDHHMMSS`, UTC, fractions left off.
    public static Optional<Instant> time(String value) {
        if (!value.matches("\\d{14}(\\.\\d+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(value.substring(0, 14), TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<String> permissions(Map<String, String> facts) {
        String mode = facts.getOrDefault("unix.mode", "");
        if (mode.matches("[0-7]{3,7}")) {
            return Optional.of(UnixMode.letters(Integer.parseInt(mode, 8)));
        }
        return Optional.ofNullable(facts.get("perm")).filter(perm -> perm.matches("[a-zA-Z]*"));
    }

    /// Some servers write `OS.unix=slink:/where/it/leads`.
    private static Optional<String> linkTarget(String type) {
        int colon = type.indexOf(':');
        boolean named = colon >= 0 && colon + 1 < type.length();
        return named ? Optional.of(type.substring(colon + 1)) : Optional.empty();
    }
}
