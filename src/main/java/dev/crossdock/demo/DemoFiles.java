package dev.crossdock.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// Fills a server's folder with files of plausible names and of any size, in a moment.
///
/// The content is one pseudo-random block over and over, with its own number in front of each, so
/// that a file with a missing, doubled or misplaced part has another hash.
final class DemoFiles {

    private static final int BLOCK = 1 << 20;
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;

    private final Path root;
    private final Instant newest;
    private final ByteBuffer block;
    private int made;

    /// @param newest the time of the youngest file; the others are older by days
    DemoFiles(Path root, Instant newest) {
        this.root = root;
        this.newest = newest;
        byte[] bytes = new byte[BLOCK];
        new Random(root.getFileName().toString().hashCode()).nextBytes(bytes);
        this.block = ByteBuffer.wrap(bytes);
    }

    /// What the server with the extension has: a bit of everything.
    void makeAlpha() throws IOException {
        text("README.txt", "Drag something from here to the other side.\n");
        file("Photos/2025 Übersee/IMG_0001.jpg", 3 * MIB + 141);
        file("Photos/2025 Übersee/IMG_0002.jpg", 2 * MIB + 718);
        file("Photos/2025 Übersee/IMG_0010.jpg", 4 * MIB + 59);
        file("Photos/Hafenrundfahrt bei Nacht.png", 5 * MIB + 26);
        file("Music/Ólafur – Morgenröte.flac", 24 * MIB + 535);
        file("Music/Side B/01 Intro.ogg", 897 * KIB + 1);
        file("Music/Side B/02 Kräne & Container.ogg", 6 * MIB);
        file("Documents/Bill of lading 4711.pdf", 84 * KIB + 338);
        file("Documents/Zollerklärung.odt", 31 * KIB + 327);
        file("Documents/archive/2019/quarter 4/week 50/manifest.csv", 950);
        file("Documents/empty.log", 0);
        file("Documents/one byte.bin", 1);
        file("Images/rescue-system.iso", 100 * MIB);
        file("Images/firmware-7.2.img", 16 * MIB + 288);
        folder("Incoming");
    }

    /// What the unmodified server has: less, so that there is something to do.
    void makeBeta() throws IOException {
        text("WELCOME.txt", "This server knows nothing of +proxy. It need not.\n");
        file("Backups/site-2026-11-01.tar.gz", 12 * MIB + 419);
        file("Backups/site-2026-11-08.tar.gz", 13 * MIB + 716);
        file("Reports/Jahresübersicht 2026.xlsx", 412 * KIB + 93);
        file("Reports/notes (draft).md", 7 * KIB + 5);
        folder("Dropbox/from Alpha");
    }

    private void folder(String name) throws IOException {
        Files.createDirectories(path(name));
    }

    private void text(String name, String content) throws IOException {
        Path file = path(name);
        Files.writeString(file, content);
        age(file);
    }

    private void file(String name, long size) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            long left = size;
            for (int number = 0; left > 0; number++) {
                block.putInt(0, made).putInt(Integer.BYTES, number);
                int count = (int) Math.min(left, BLOCK);
                out.write(block.array(), 0, count);
                left -= count;
            }
        }
        age(file);
    }

    private void age(Path file) throws IOException {
        made++;
        Duration age = Duration.ofDays(7L * made).plusMinutes(97L * made);
        Files.setLastModifiedTime(file, FileTime.from(newest.minus(age)));
    }

    /// Where the system's file names are ASCII only (the C locale), without the marks on letters.
    private Path path(String name) {
        try {
            return root.resolve(name);
        } catch (InvalidPathException e) {
            String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replace('–', '-');
            return root.resolve(plain.replaceAll("[^\\x20-\\x7e]", ""));
        }
    }
}
