package dev.crossdock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class LoggingTest {

    private final Logger log = LoggerFactory.getLogger(LoggingTest.class);
    private final ch.qos.logback.classic.Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final List<?> before = appenders();

    @TempDir private Path folder = Path.of("");

    private Closeable opened = () -> {};

    @AfterEach
    void whatIsClosedLogsNoMore() throws IOException {
        opened.close();
        assertEquals(before, appenders());
    }

    @Test
    void theServiceIsWhatSetsLoggingUp() {
        assertEquals(
                Level.OFF,
                ((LoggerContext) LoggerFactory.getILoggerFactory())
                        .getLogger("org.apache.ftpserver.impl.DefaultFtpHandler")
                        .getLevel());
    }

    @Test
    void aWarningStandsInAFileThatOnlyItsOwnerMayRead() throws IOException {
        Path file = folder.resolve("100% new/crossdock.log");

        opened = Logging.alsoInto(folder.resolve("100% new"));
        log.warn("a line of the test");

        assertTrue(Files.readString(file).contains("a line of the test"));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    }

    @Test
    void theFileIsReplacedBeforeItGrowsWithoutEnd() throws IOException {
        opened = Logging.alsoInto(folder.resolve("100%i"));
        root.setLevel(Level.WARN);
        String much = "x".repeat(1 << 20);
        for (int i = 0; i < 6; i++) {
            log.warn(much);
        }

        assertEquals(List.of("crossdock.log", "crossdock.log.1"), names(folder.resolve("100%i")));
    }

    @Test
    void aFolderThatCannotBeMadeStopsNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        opened = Logging.alsoInto(file);

        assertEquals(before, appenders());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private List<?> appenders() {
        var all = new java.util.ArrayList<Object>();
        root.iteratorForAppenders().forEachRemaining(all::add);
        return all;
    }
}
