package dev.crossdock.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// After each test no thread of the program is left, and so no socket either: every control
/// connection has a reader that ends with it, every other socket is closed by the thread that
/// opened it.
///
/// Virtual threads are in no list but the virtual machine's own dump.
public final class NothingLeft implements AfterEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern OURS =
            Pattern.compile(
                    "#\\d+"
                        + " \"((?:control|login|watch|job|cancel|keep-alive)-[^\"]*|guard|session-sweeper|queue)\".*");

    @Override
    public void afterEach(ExtensionContext context) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertEquals(List.of(), threads()));
    }

    /// The names of the program's threads that live now.
    public static List<String> threads() {
        try {
            Path folder = Files.createTempDirectory("threads");
            Path dump = folder.resolve("dump");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
            List<String> lines = Files.readAllLines(dump);
            Files.delete(dump);
            Files.delete(folder);
            return lines.stream()
                    .map(OURS::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
