package dev.crossdock.ftp.listing;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Entry.Kind;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import org.apache.commons.net.ftp.Configurable;
import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.parser.CompositeFileEntryParser;
import org.apache.commons.net.ftp.parser.DefaultFTPFileEntryParserFactory;
import org.apache.commons.net.ftp.parser.NTFTPEntryParser;
import org.apache.commons.net.ftp.parser.UnixFTPEntryParser;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what LIST gives, in whatever form the server's system has.
public final class ListListing {

    private static final List<String> SYSTEMS_APART =
            List.of("VMS", "OS/400", "AS/400", "MVS", "NETWARE", "MACOS PETER");

    /// A name may have 255 bytes, and the target of a link a good deal more.
    private static final int LONGEST = 2_000;

    private static final int MOST_WORDS = 200;

    private static final Pattern ISO_TIME =
            Pattern.compile("\\d\\s+(\\d{4}-\\d{2}-\\d{2})\\s+(\\d{2}:\\d{2})\\s");

    private ListListing() {}

    public static Listing read(RemotePath folder, Dialect dialect, InputStream in)
            throws IOException {
        var collected = new Collected();
        String name = dialect.system().toUpperCase(Locale.ROOT);
        var lines = new Lines(in, dialect.charset());
        if (SYSTEMS_APART.stream().anyMatch(name::contains)) {
            FTPFileEntryParser parser =
                    new DefaultFTPFileEntryParserFactory().createFileEntryParser(name);
            var raw = new ArrayList<String>();
            eachLine(lines, collected, raw::add);
            for (String line : parser.preParse(raw)) {
                take(line, parser, dialect, collected);
            }
        } else {
            FTPFileEntryParser parser = unixOrDos();
            eachLine(lines, collected, line -> take(line, parser, dialect, collected));
        }
        return collected.of(folder);
    }

    private static void eachLine(Lines lines, Collected collected, Consumer<String> taker)
            throws IOException {
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            Lines.Line line = next.get();
            if (line.tooLong() || isHard(line.text())) {
                collected.tooLong(line.text());
            } else if (!line.text().isBlank() && !line.text().matches("total \\d+")) {
                taker.accept(line.text());
            }
        }
    }

    /// Commons Net's patterns take time with the square of the words in a line, and stack with its
    /// length.
    private static boolean isHard(String line) {
        if (line.length() > LONGEST) {
            return true;
        }
        int words = 0;
        for (int i = 1; i < line.length(); i++) {
            boolean begins = line.charAt(i - 1) <= ' ' && line.charAt(i) > ' ';
            words += begins ? 1 : 0;
        }
        return words > MOST_WORDS;
    }

    private static FTPFileEntryParser unixOrDos() {
        var unix = new UnixFTPEntryParser(config(FTPClientConfig.SYST_UNIX), false);
        var windows = new NTFTPEntryParser();
        configure(windows, FTPClientConfig.SYST_NT);
        return new CompositeFileEntryParser(new FTPFileEntryParser[] {unix, windows});
    }

    private static void configure(Configurable parser, String system) {
        parser.configure(config(system));
    }

    private static FTPClientConfig config(String system) {
        var config = new FTPClientConfig(system);
        config.setServerTimeZoneId("UTC");
        config.setLenientFutureDates(true);
        return config;
    }

    private static void take(
            String line, FTPFileEntryParser parser, Dialect dialect, Collected collected) {
        FTPFile file = parser.parseFTPEntry(line);
        String name = file == null || file.getName() == null ? "" : file.getName();
        if (file == null || name.isEmpty()) {
            collected.leaveOut("A line that is no entry: " + Visible.text(line));
        } else if (name.equals(".") || name.equals("..")) {
            return;
        } else if (!RemotePath.isName(name)) {
            collected.leaveOut("A name that cannot be the name of an entry: " + Visible.text(name));
        } else {
            collected.add(entry(name, file, line, dialect.timeOffset()));
        }
    }

    private static Entry entry(String name, FTPFile file, String line, Duration offset) {
        return new Entry(
                name,
                isSpecial(line) ? Kind.OTHER : kind(file),
                file.isFile() && !isSpecial(line) && file.getSize() >= 0
                        ? OptionalLong.of(file.getSize())
                        : OptionalLong.empty(),
                time(file, line).map(time -> time.plus(offset)),
                permissions(line),
                Optional.ofNullable(file.getLink()).filter(link -> !link.isEmpty()));
    }

    private static Kind kind(FTPFile file) {
        return switch (file.getType()) {
            case FTPFile.FILE_TYPE -> Kind.FILE;
            case FTPFile.DIRECTORY_TYPE -> Kind.FOLDER;
            case FTPFile.SYMBOLIC_LINK_TYPE -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }

    /// Devices, pipes and sockets, which Commons Net takes for files.
    private static boolean isSpecial(String line) {
        return permissions(line).isPresent() && "bcpsD".indexOf(line.charAt(0)) >= 0;
    }

    private static Optional<Instant> time(FTPFile file, String line) {
        return Optional.ofNullable(file.getTimestampInstant()).or(() -> isoTime(line));
    }

    /// Commons Net finds such a date in the line, but reads it by another pattern.
    private static Optional<Instant> isoTime(String line) {
        Matcher found = ISO_TIME.matcher(line);
        if (permissions(line).isEmpty() || !found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    LocalDate.parse(found.group(1)),
                                    LocalTime.parse(found.group(2)))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<String> permissions(String line) {
        return line.matches("[-dlbcpsD][-rwxsStTlL]{9}.*")
                ? Optional.of(line.substring(1, 10))
                : Optional.empty();
    }
}
