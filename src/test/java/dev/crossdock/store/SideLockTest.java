package dev.crossdock.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

class SideLockTest {

    @Test
    void aLockThatIsNeverGivenBackEndsInAMessage(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.lock");
        var held = new SideLock(file, Duration.ofSeconds(10));
        var wanted = new SideLock(file, Duration.ofMillis(50));
        held.hold(() -> {
            var e = assertThrows(IOException.class, () -> wanted.hold(() -> "never"));
            assertEquals("another program holds " + file, e.getMessage());
            return "";
        });
        assertEquals("now", wanted.hold(() -> "now"));
    }
}
