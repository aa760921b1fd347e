package dev.crossdock.ftp.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Entry.Kind;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.WireText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class MlsdListingTest {

    /// Columns: what an entry becomes, `-` for what is not there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    line                                                      | name    | kind   | size | modified             | permissions | link
                    `type=file;size=3;modify=20260102030405; a.txt`           | a.txt   | FILE   | 3    | 2026-01-02T03:04:05Z | -           | -
                    `Type=File;Size=3;MODIFY=20260102030405.123; a.txt`       | a.txt   | FILE   | 3    | 2026-01-02T03:04:05Z | -           | -
                    `modify=20260102030405;size=3;type=FILE; a.txt`           | a.txt   | FILE   | 3    | 2026-01-02T03:04:05Z | -           | -
                    `type=dir;sizd=4096;UNIX.mode=0755; d`                    | d       | FOLDER | -    | -                    | rwxr-xr-x   | -
                    `type=file;UNIX.mode=0100644; f`                          | f       | FILE   | -    | -                    | rw-r--r--   | -
                    `type=dir;perm=el; d`                                     | d       | FOLDER | -    | -                    | el          | -
                    `type=OS.unix=symlink;UNIX.mode=0777; l`                  | l       | LINK   | -    | -                    | rwxrwxrwx   | -
                    `type=OS.unix=slink:; l`                                  | l       | LINK   | -    | -                    | -           | -
                    `type=OS.unix=slink:/a/b; l`                              | l       | LINK   | -    | -                    | -           | /a/b
                    `type=OS.unix=chr-13/29; dev`                             | dev     | OTHER  | -    | -                    | -           | -
                    ` plain`                                                  | plain   | FILE   | -    | -                    | -           | -
                    `type=file;size=0; a -> b`                                | a -> b  | FILE   | 0    | -                    | -           | -
                    `type=file;size=0; a;b=c; d`                              | a;b=c; d | FILE  | 0    | -                    | -           | -
                    `type=file; ;x=y; z`                                      | ;x=y; z | FILE   | -    | -                    | -           | -
                    `type=file; a\\b`                                         | a\\b    | FILE   | -    | -                    | -           | -
                    `type=file; ~root`                                        | ~root   | FILE   | -    | -                    | -           | -
                    `type=file; -rf`                                          | -rf     | FILE   | -    | -                    | -           | -
                    `type=file; ...`                                          | ...     | FILE   | -    | -                    | -           | -
                    `type=file;size; a`                                       | a       | FILE   | -    | -                    | -           | -
                    `type=file;size=; a`                                      | a       | FILE   | -    | -                    | -           | -
                    `type=file;size=-1; a`                                    | a       | FILE   | -    | -                    | -           | -
                    `type=file;size=1e3; a`                                   | a       | FILE   | -    | -                    | -           | -
                    `type=file;size=999999999999999999; a`                    | a       | FILE   | 999999999999999999 | -      | -           | -
                    `type=file;size=99999999999999999999999; a`               | a       | FILE   | -    | -                    | -           | -
                    `type=file;modify=2026; a`                                | a       | FILE   | -    | -                    | -           | -
                    `type=file;modify=20261332256199; a`                      | a       | FILE   | -    | -                    | -           | -
                    `type=file;modify=00000000000000; a`                      | a       | FILE   | -    | -                    | -           | -
                    `type=file;modify=yesterday; a`                           | a       | FILE   | -    | -                    | -           | -
                    `type=file;UNIX.mode=rwx; a`                              | a       | FILE   | -    | -                    | -           | -
                    `type=file;UNIX.mode=9999999; a`                          | a       | FILE   | -    | -                    | -           | -
                    `type=;size=5; a`                                         | a       | OTHER  | 5    | -                    | -           | -
                    `size=5; a`                                               | a       | FILE   | 5    | -                    | -           | -
                    """)
    void readsOneEntry(
            String line,
            String name,
            Kind kind,
            String size,
            String modified,
            String permissions,
            String link)
            throws IOException {
        Listing listing = read(line + "\r\n");

        assertEquals(List.of(), listing.leftOut());
        Entry entry = listing.entries().getFirst();
        assertEquals(name, entry.name());
        assertEquals(kind, entry.kind());
        assertEquals(size, orDash(entry.size().isPresent() ? entry.size().getAsLong() : "-"));
        assertEquals(modified, orDash(entry.modified().map(Object.class::cast).orElse("-")));
        assertEquals(permissions, entry.permissions().orElse("-"));
        assertEquals(link, entry.linkTarget().orElse("-"));
        assertEquals(1, listing.entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "  two", "inner  spaces ", " -> ", "ends with ", "\ttab"})
    void spacesOfANameAreKept(String name) throws IOException {
        assertEquals(
                List.of(name),
                names(read("type=file;size=1; " + name + "\r\nsize=1; x\n")).subList(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=file; ..",
                "type=file; .",
                "type=file; a/b",
                "type=file; /etc/passwd",
                "type=file; ../../etc/passwd",
                "type=dir; /",
                "type=file; ",
                "type=file; a\rDELE b",
                "type=file; a\0b",
                "type=file;",
                "nonsense",
                "<html><body>Not found</body></html>",
                "total 12",
                "-rw-r--r-- 1 u g 1 Jan 1 2026 x",
                "\0\1\2\3\4\5"
            })
    void whatCannotBeAnEntryIsLeftOutWithAReasonAndTheRestGoesOn(String line) throws IOException {
        Listing listing =
                read("type=file;size=1; before\r\n" + line + "\r\ntype=file;size=1; after\r\n");

        assertEquals(List.of("before", "after"), names(listing));
        assertEquals(1, listing.leftOut().size());
        presentable(listing.leftOut().getFirst());
    }

    @Test
    void theFolderItselfAndItsParentAreNoEntries() throws IOException {
        Listing listing =
                read(
                        """
                        type=cdir;modify=20260102030405; .
                        Type=CDIR; /home/me
                        type=pdir; ..
                        TYPE=PDIR; /
                        type=dir; real
                        """);

        assertEquals(List.of("real"), names(listing));
        assertEquals(List.of(), listing.leftOut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\n\n\n", "   \r\n"})
    void nothingIsAnEmptyFolder(String text) throws IOException {
        assertEquals(new Listing(RemotePath.ROOT, List.of(), List.of()), read(text));
    }

    @Test
    void aLastLineWithoutEndCounts() throws IOException {
        assertEquals(List.of("a", "b"), names(read("type=file; a\r\ntype=file; b")));
    }

    @Test
    void controlCharactersStayInTheNameForWhoeverShowsIt() throws IOException {
        assertEquals(
                List.of("\u001b[31mred\u0007"), names(read("type=file; \u001b[31mred\u0007\r\n")));
    }

    @Test
    void namesThatAreNotUtf8ComeBackAsTheSameBytes() throws IOException {
        byte[] name = {
            (byte) 0xFC,
            'x',
            (byte) 0xC3,
            (byte) 0x28,
            (byte) 0xFF,
            (byte) 0xED,
            (byte) 0xA0,
            (byte) 0x80
        };
        byte[] line = new byte[11 + name.length + 2];
        System.arraycopy("type=file; ".getBytes(StandardCharsets.US_ASCII), 0, line, 0, 11);
        System.arraycopy(name, 0, line, 11, name.length);
        line[line.length - 2] = '\r';
        line[line.length - 1] = '\n';

        Listing listing =
                MlsdListing.read(
                        RemotePath.ROOT, StandardCharsets.UTF_8, new ByteArrayInputStream(line));

        assertEquals(
                Arrays.toString(name),
                Arrays.toString(WireText.encode(listing.entries().getFirst().name())));
    }

    @Test
    void aLineOfTenMegabytesIsLeftOutAndTheRestGoesOn() throws IOException {
        Listing listing =
                read(
                        "type=file; a\r\ntype=file; "
                                + "x".repeat(10_000_000)
                                + "\r\ntype=file; b\r\n");

        assertEquals(List.of("a", "b"), names(listing));
        assertEquals(1, listing.leftOut().size());
        presentable(listing.leftOut().getFirst());
    }

    @Test
    void theLongestNameThereIsIsRead() throws IOException {
        String name = "ü".repeat(2000);

        assertEquals(List.of(name), names(read("type=file; " + name + "\r\n")));
    }

    @Test
    void garbageWithoutEndOfLineIsLeftOut() throws IOException {
        byte[] garbage = new byte[5_000_000];
        new Random(1).nextBytes(garbage);

        Listing listing =
                MlsdListing.read(
                        RemotePath.ROOT, StandardCharsets.UTF_8, new ByteArrayInputStream(garbage));

        listing.leftOut().forEach(MlsdListingTest::presentable);
        assertTrue(listing.leftOut().size() <= 101, "reasons are counted, not all kept");
        assertTrue(listing.leftOut().getLast().matches("And \\d+ more\\."));
    }

    @Test
    void aHundredThousandEntriesAreReadAtOnce() {
        String text =
                IntStream.range(0, 100_000)
                        .mapToObj(i ->
                                "type=file;size=%d;modify=20260102030405;UNIX.mode=0644; file %d.txt\r\n"
                                        .formatted(i, i))
                        .collect(Collectors.joining());

        Listing listing = assertTimeout(Duration.ofSeconds(10), () -> read(text));

        assertEquals(100_000, listing.entries().size());
        assertEquals("file 99999.txt", listing.entries().getLast().name());
    }

    @Test
    void aListingWithoutEndIsNotKeptInMemory() throws IOException {
        Listing listing =
                MlsdListing.read(
                        RemotePath.ROOT, StandardCharsets.UTF_8, new Endless(" a\n", 6_300_000));

        assertEquals(Collected.MOST_ENTRIES, listing.entries().size());
        assertTrue(
                listing.leftOut().getLast().contains("more entries than"),
                listing.leftOut().getLast());
    }

    @Test
    void anEndlessStreamIsGivenUp() {
        org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class,
                () ->
                        MlsdListing.read(
                                RemotePath.ROOT,
                                StandardCharsets.UTF_8,
                                new Endless("x", Long.MAX_VALUE)));
    }

    private static Listing read(String text) throws IOException {
        return MlsdListing.read(
                RemotePath.ROOT,
                StandardCharsets.UTF_8,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> names(Listing listing) {
        return listing.entries().stream().map(Entry::name).toList();
    }

    private static String orDash(Object value) {
        return value.toString();
    }

    static void presentable(String reason) {
        assertFalse(reason.isBlank());
        assertFalse(reason.chars().anyMatch(Character::isISOControl), reason);
        assertTrue(reason.length() < 400, reason);
    }

    /// The same text again and again, so many bytes.
    private static final class Endless extends InputStream {
        private final byte[] text;
        private long left;
        private int position;

        private Endless(String text, long bytes) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.left = bytes;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            byte next = text[position];
            position = (position + 1) % text.length;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                into[offset + i] = (byte) read();
            }
            return count == 0 ? -1 : count;
        }
    }
}
