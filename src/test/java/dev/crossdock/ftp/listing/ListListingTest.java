package dev.crossdock.ftp.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Entry.Kind;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ListListingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    line                                                              | name       | kind   | size    | modified             | permissions | link
                    `-rw-r--r--   1 user     group        1234 Jan 02  2024 a.txt`    | a.txt      | FILE   | 1234    | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--    1 1000     1000     5000000000 Dec 31  2023 big`   | big        | FILE   | 5000000000 | 2023-12-31T00:00:00Z | rw-r--r-- | -
                    `drwxr-xr-x   2 user     group        4096 Jan 02  2024 .hidden`  | .hidden    | FOLDER | -       | 2024-01-02T00:00:00Z | rwxr-xr-x   | -
                    `drwxrwsr-t+  2 user     group        4096 Jan 02  2024 d`        | d          | FOLDER | -       | 2024-01-02T00:00:00Z | rwxrwsr-t   | -
                    `-rw-r--r--   1 user group 1 Jan 02  2024  leading`               | ` leading` | FILE   | 1       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--   1 user group 1 Jan 02  2024 two  spaces`            | two  spaces | FILE  | 1       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--   1 user group 1 Jan 02  2024 ends `                  | `ends `    | FILE   | 1       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--   1 user group 1 Jan 02  2024 a -> b`                 | a -> b     | FILE   | 1       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--   1 user group 1 Jan 02  2024 12:30 Jan 3  2020`      | 12:30 Jan 3  2020 | FILE | 1  | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `lrwxrwxrwx   1 user group 4 Jan 02  2024 l -> /a/b`              | l          | LINK   | -       | 2024-01-02T00:00:00Z | rwxrwxrwx   | /a/b
                    `lrwxrwxrwx   1 user group 4 Jan 02  2024 l`                      | l          | LINK   | -       | 2024-01-02T00:00:00Z | rwxrwxrwx   | -
                    `crw-rw-rw-   1 root root 1, 3 Jan 02  2024 null`                 | null       | OTHER  | -       | 2024-01-02T00:00:00Z | rw-rw-rw-   | -
                    `-rw-r--r--   1 user group 1 2024-01-02 03:04 iso`                | iso        | FILE   | 1       | 2024-01-02T03:04:00Z | rw-r--r--   | -
                    `drwxr-xr-x   2 user group 9 2024-01-02 03:04 iso d`              | iso d      | FOLDER | -       | 2024-01-02T03:04:00Z | rwxr-xr-x   | -
                    `lrwxrwxrwx   1 user group 9 2024-01-02 03:04 iso -> 2023-01-02 03:04 b` | iso | LINK  | -       | 2024-01-02T03:04:00Z | rwxrwxrwx   | 2023-01-02 03:04 b
                    `-rw-r--r--   1 user group 1 2024-13-02 03:04 iso`                | iso        | FILE   | 1       | -                    | rw-r--r--   | -
                    `-rw-r--r--   1 user group 1 Jan 02  2024 straße ü.txt`           | straße ü.txt | FILE | 1       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--   1 DOMAIN\\some user group 7 Jan 02  2024 x`         | x          | FILE   | 7       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--   1 user group 99999999999999999999 Jan 02  2024 x`   | x          | FILE   | -       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `-rw-r--r--   1 user group 1 Xyz 99  2024 x`                      | x          | FILE   | 1       | -                    | rw-r--r--   | -
                    `prw-r--r--   1 user group 0 Jan 02  2024 pipe`                   | pipe       | OTHER  | -       | 2024-01-02T00:00:00Z | rw-r--r--   | -
                    `srwxrwxrwx   1 user group 0 Jan 02  2024 socket`                 | socket     | OTHER  | -       | 2024-01-02T00:00:00Z | rwxrwxrwx   | -
                    `01-02-24  03:04AM       <DIR>          dos folder`               | dos folder | FOLDER | -       | 2024-01-02T03:04:00Z | -           | -
                    `01-02-24  03:04PM                 1234 dos.txt`                  | dos.txt    | FILE   | 1234    | 2024-01-02T15:04:00Z | -           | -
                    `01-02-2024  03:04PM                 12 four.txt`                 | four.txt   | FILE   | 12      | 2024-01-02T15:04:00Z | -           | -
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
        assertEquals(
                size, entry.size().isPresent() ? String.valueOf(entry.size().getAsLong()) : "-");
        assertEquals(modified, entry.modified().map(Object::toString).orElse("-"));
        assertEquals(permissions, entry.permissions().orElse("-"));
        assertEquals(link, entry.linkTarget().orElse("-"));
    }

    @Test
    void aDateWithoutYearIsOfTheLastTwelveMonths() throws IOException {
        Entry entry = read("-rw-r--r-- 1 u g 1 Jan 02 03:04 x\r\n").entries().getFirst();

        var age = Duration.between(entry.modified().orElseThrow(), Instant.now());
        assertTrue(age.toDays() <= 366 && age.toDays() >= -1, age.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "total 0\r\n", "total 12\r\n\r\n"})
    void nothingIsAnEmptyFolder(String text) throws IOException {
        assertEquals(new Listing(RemotePath.ROOT, List.of(), List.of()), read(text));
    }

    @Test
    void theFolderItselfAndItsParentAreNoEntries() throws IOException {
        Listing listing =
                read(
                        """
                        total 3
                        drwxr-xr-x 2 u g 4096 Jan 02  2024 .
                        drwxr-xr-x 2 u g 4096 Jan 02  2024 ..
                        drwxr-xr-x 2 u g 4096 Jan 02  2024 ...
                        """);

        assertEquals(List.of("..."), names(listing));
        assertEquals(List.of(), listing.leftOut());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rw-r--r-- 1 u g 1 Jan 02  2024 ../../etc/passwd",
                "-rw-r--r-- 1 u g 1 Jan 02  2024 a/b",
                "-rw-r--r-- 1 u g 1 Jan 02  2024 /etc/passwd",
                "-rw-r--r-- 1 u g 1 Jan 02  2024 a\rDELE b",
                "-rw-r--r-- 1 u g 1 Jan 02  2024 a\0b",
                "-rw-r--r-- 1 u g 1 Jan 02  2024 ",
                "-rw-r--r--",
                "<html><body>Not found</body></html>",
                "ls: cannot access 'x': No such file or directory",
                "drwx",
                "\0\1\2\3"
            })
    void whatCannotBeAnEntryIsLeftOutWithAReasonAndTheRestGoesOn(String line) throws IOException {
        Listing listing =
                read(
                        "-rw-r--r-- 1 u g 1 Jan 02  2024 before\r\n"
                                + line
                                + "\r\n-rw-r--r-- 1 u g 1 Jan 02  2024 after\r\n");

        assertEquals(List.of("before", "after"), names(listing));
        assertEquals(1, listing.leftOut().size(), listing.leftOut().toString());
        MlsdListingTest.presentable(listing.leftOut().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    VMS V7.3     | `1-JUN.LIS;1              9/9           2-JUN-2024 07:32:04  [GROUP,OWNER]    (RWED,RWED,RWED,RE)` | 1-JUN.LIS;1
                    OS/400 V5R1  | `PEP              36864 04/02/24 15:22:12 *DIR       mydir/` | mydir
                    """)
    void otherSystemsAreReadToo(String system, String line, String name) throws IOException {
        Listing listing =
                ListListing.read(
                        RemotePath.ROOT,
                        dialect(system),
                        new ByteArrayInputStream((line + "\r\n").getBytes(StandardCharsets.UTF_8)));

        assertEquals(List.of(name), names(listing), listing.leftOut().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UNIX Type: L8",
                "Windows_NT",
                "VMS",
                "OS/400",
                "MVS is the operating system",
                "NETWARE",
                "MACOS Peter's Server"
            })
    void garbageIsLeftOutWhateverTheSystem(String system) {
        var random = new Random(7);
        byte[] garbage = new byte[300_000];
        random.nextBytes(garbage);

        Listing listing =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () ->
                                ListListing.read(
                                        RemotePath.ROOT,
                                        dialect(system),
                                        new ByteArrayInputStream(garbage)));

        listing.leftOut().forEach(MlsdListingTest::presentable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rwxr-xr-x 1 %s",
                "drwxr-xr-x   1 u g 1 Jan %s",
                "lrwxrwxrwx   1 u g 4 Jan 02  2024 %s -> x",
                "01-02-24  03:04AM %s",
                "%s"
            })
    void aLineMadeToBeHardIsReadInNoTime(String pattern) {
        for (String part : List.of("a ", "1 ", "1", " ", "-> ", "a", "Jan 1 ")) {
            String line = pattern.formatted(part.repeat(30_000 / part.length()));
            Listing listing =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(10), () -> read(line + "\r\n" + line + "\r\n"));
            listing.leftOut().forEach(MlsdListingTest::presentable);
        }
    }

    @Test
    void aLineOfTenMegabytesIsLeftOutAndTheRestGoesOn() throws IOException {
        Listing listing =
                read(
                        "-rw-r--r-- 1 u g 1 Jan 02  2024 "
                                + "x".repeat(10_000_000)
                                + "\r\n-rw-r--r-- 1 u g 1 Jan 02  2024 after\r\n");

        assertEquals(List.of("after"), names(listing));
        assertEquals(1, listing.leftOut().size());
    }

    @Test
    void theLongestNameOfALinuxServerIsRead() throws IOException {
        String name = "ü".repeat(127);
        String line =
                "lrwxrwxrwx 1 u g 1 Jan 02  2024 " + name + " -> /" + "d/".repeat(400) + "\r\n";

        assertEquals(List.of(name), names(read(line)));
    }

    @Test
    void aHundredThousandEntriesAreReadAtOnce() {
        String text =
                IntStream.range(0, 100_000)
                        .mapToObj(
                                i -> "-rw-r--r-- 1 user group 1234 Jan 02  2024 file " + i + "\r\n")
                        .collect(Collectors.joining());

        Listing listing = assertTimeout(Duration.ofSeconds(20), () -> read(text));

        assertEquals(100_000, listing.entries().size());
    }

    private static Listing read(String text) throws IOException {
        return ListListing.read(
                RemotePath.ROOT,
                dialect("UNIX Type: L8"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Dialect dialect(String system) {
        return new Dialect(system, StandardCharsets.UTF_8, Duration.ZERO);
    }

    private static List<String> names(Listing listing) {
        return listing.entries().stream().map(Entry::name).toList();
    }
}
