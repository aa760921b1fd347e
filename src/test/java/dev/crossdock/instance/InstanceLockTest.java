package dev.crossdock.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class InstanceLockTest {

    @Test
    void onlyOneHasTheLockOfAFolder(@TempDir Path folder) throws IOException {
        try (var _ = InstanceLock.tryTake(folder).orElseThrow()) {
            assertTrue(InstanceLock.tryTake(folder).isEmpty());
        }
        try (var again = InstanceLock.tryTake(folder).orElseThrow()) {
            assertTrue(again.isHeld());
        }
    }

    @Test
    void aLinkToTheFolderIsTheSameFolder(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path link = link(folder.resolve("link"), data);
        try (var _ = InstanceLock.tryTake(data).orElseThrow()) {
            assertTrue(InstanceLock.tryTake(link).isEmpty());
        }
    }

    @Test
    void anotherProgramStaysOutEvenAfterASecondTryInThisOne(@TempDir Path folder)
            throws IOException {
        try (var _ = InstanceLock.tryTake(folder).orElseThrow()) {
            assertTrue(InstanceLock.tryTake(folder).isEmpty());
            try (var other = RunsElsewhere.start(folder)) {
                assertEquals("held", other.word());
            }
        }
    }

    @Test
    void aKilledProgramLetsGo(@TempDir Path folder) throws IOException {
        try (var other = RunsElsewhere.start(folder)) {
            assertEquals("serving", other.word());
            assertTrue(InstanceLock.tryTake(folder).isEmpty());
            other.kill();
            try (var lock = InstanceLock.tryTake(folder).orElseThrow()) {
                assertTrue(lock.isHeld());
            }
        }
    }

    @Test
    void theFolderIsMadeForTheOwnerAlone(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("a/b");
        try (var lock = InstanceLock.tryTake(data).orElseThrow()) {
            assertEquals(data.toRealPath(), lock.dataFolder());
            assumePosix(folder);
            assertEquals("rwx------", rights(data));
            assertEquals("rw-------", rights(data.resolve("instance.lock")));
        }
    }

    @Test
    void aLinkInPlaceOfTheLockFileIsNotFollowed(@TempDir Path folder) throws IOException {
        Path target = Files.createFile(folder.resolve("target"));
        var _ = link(folder.resolve("instance.lock"), target);
        assertThrows(IOException.class, () -> InstanceLock.tryTake(folder));
    }

    @Test
    void closingTwiceDoesNotTakeTheLockFromTheNext(@TempDir Path folder) throws IOException {
        var first = InstanceLock.tryTake(folder).orElseThrow();
        first.close();
        try (var _ = InstanceLock.tryTake(folder).orElseThrow()) {
            first.close();
            assertTrue(InstanceLock.tryTake(folder).isEmpty());
        }
        assertFalse(first.isHeld());
    }

    static void assumePosix(Path folder) {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    static Path link(Path link, Path target) throws IOException {
        try {
            return Files.createSymbolicLink(link, target);
        } catch (IOException noLinksHere) {
            assumeTrue(false, "this system makes no links");
            throw noLinksHere;
        }
    }
}
