package dev.crossdock.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

class TwoProgramsTest {

    private static final int EACH = 40;

    @Test
    void whatTwoProgramsSaveAtOnceIsAllThere(@TempDir Path folder)
            throws IOException, InterruptedException, FailureException {
        Path file = folder.resolve("sites.json");
        var store = new SiteStore(file);
        Process other = start(file);
        try {
            other.getOutputStream().write('\n');
            other.getOutputStream().flush();
            int mine = 0;
            while (mine < EACH || other.isAlive()) {
                // Goes on for as long as the other program writes, so that they do meet.
                store.save(
                        new Site(
                                Samples.server("mine" + mine % EACH),
                                Optional.of(RemotePath.of("/round/" + mine))));
                mine++;
            }
            assertTrue(other.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, other.exitValue());
        } finally {
            other.destroyForcibly();
        }
        assertEquals(2 * EACH, new SiteStore(file).all().size());
        assertEquals(Optional.empty(), store.notice());
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavesFromElsewhere.class.getName(),
                        file.toString(),
                        "theirs",
                        String.valueOf(EACH))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
