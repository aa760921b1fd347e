package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.crossdock.model.Failure;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `probe --try`: what it sends, and that nothing of it stays.
@Timeout(30)
class ProbeTryTest {

    private final Shell shell;
    private final FakeServer alpha;
    private final FakeServer beta;

    ProbeTryTest(@TempDir Path folder) {
        shell = new Shell(folder);
        alpha = shell.cores.server("alpha").folder("/in").folder("/home").folder("/home/me");
        alpha.home = RemotePath.of("/home/me");
        beta = shell.cores.server("beta");
    }

    @AfterEach
    void nothingStays() {
        assertEquals(0, alpha.loggedIn);
        assertEquals(0, beta.loggedIn);
        assertEquals(1, shell.cores.closed);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    place,            folder
                    ftps://alpha,     /home/me
                    ftps://alpha/,    /
                    ftps://alpha/~/,  /home/me
                    ftps://alpha/in,  /in
                    ftps://alpha/in/, /in
                    """)
    void oneFileGoesEachWayAndIsRemoved(String place, RemotePath folder) {
        var result = shell.run("probe", "--try", place, "ftps://beta");

        assertEquals(0, result.code(), result.err());
        List<JobSpec> run = shell.cores.runner.run;
        assertEquals(2, run.size());
        for (JobSpec spec : run) {
            assertTrue(spec.sourcePath().name().startsWith(".crossdock-try-"));
            assertEquals(spec.sourcePath().name(), spec.targetPath().name());
            assertEquals(512, spec.size().orElseThrow());
        }
        assertEquals(List.of(folder, folder), parents(alpha.deleted));
        assertEquals(List.of(RemotePath.ROOT, RemotePath.ROOT), parents(beta.deleted));
        assertEquals("", result.err());
    }

    @Test
    void jsonTellsTheRoutesFirstAndThenEachFile() {
        var result = shell.run("probe", "--try", "--json", "ftps://alpha", "ftps://beta");
        List<JsonNode> objects = result.json();
        assertEquals(3, objects.size());
        assertTrue(objects.get(0).has("routes"));
        List<String> sources =
                objects.subList(1, 3).stream()
                        .map(each -> each.get("source").textValue().replaceFirst("-[^/-]*$", ""))
                        .sorted()
                        .toList();
        assertEquals(
                List.of("ftps://alpha/home/me/.crossdock-try", "ftps://beta/.crossdock-try"),
                sources);
        assertEquals("done", objects.get(2).get("outcome").textValue());
    }

    @Test
    void withoutARouteNothingIsSent() {
        shell.cores.routes = (_, _, _) -> FakeCores.SHUT;
        var result = shell.run("probe", "--try", "--json", "ftps://alpha", "ftps://beta");
        assertEquals(3, result.code());
        assertEquals("no-route", result.json().get(2).at("/failure/kind").textValue());
        assertEquals(List.of(), alpha.written);
        assertEquals(List.of(), shell.cores.runner.run);
    }

    @Test
    void oneDirectionWithoutARouteIsAFailureOfThatOneAlone() {
        shell.cores.routes =
                (source, _, _) ->
                        source.server().host().equals("alpha") ? FakeCores.OPEN : FakeCores.SHUT;
        var result = shell.run("probe", "--try", "ftps://alpha", "ftps://beta");
        assertEquals(1, result.code());
        assertEquals(1, shell.cores.runner.run.size());
        assertTrue(result.err().startsWith("failed "), result.err());
    }

    @Test
    void aServerThatTakesNoFileFailsOnlyAsSource() {
        beta.readOnly = true;
        var result = shell.run("probe", "--try", "ftps://alpha", "ftps://beta");
        assertEquals(1, result.code());
        assertEquals(1, shell.cores.runner.run.size());
        assertEquals(1, alpha.deleted.size());
    }

    @Test
    void whatATransferLeftIsRemovedAndWhatItDidNotIsNoMessage() {
        shell.cores.runner.always =
                FakeRunner.failed(Failure.Kind.TRUNCATED, "beta", "Too short.", "");
        var result = shell.run("probe", "--try", "ftps://alpha", "ftps://beta");
        assertEquals(1, result.code());
        assertEquals(1, alpha.deleted.size());
        assertEquals(1, beta.deleted.size());
        assertFalse(result.err().contains("could not be removed"), result.err());
    }

    @Test
    void aFileThatCannotBeRemovedIsNamed() {
        beta.keepsAll = true;
        var result = shell.run("probe", "--try", "ftps://alpha", "ftps://beta");
        assertEquals(1, result.code());
        assertEquals(
                2,
                result.err()
                        .lines()
                        .filter(line ->
                                line.matches(
                                        "crossdock: ftps://beta/\\.crossdock-try-[0-9a-f]+ could"
                                                + " not be removed: .*"))
                        .count(),
                result.err());
    }

    @Test
    void aFileThatAFailedTransferLeftAndNoListingShowsIsNamedToo() {
        beta.keepsAll = true;
        shell.cores.runner.always =
                FakeRunner.failed(Failure.Kind.TRUNCATED, "beta", "Too short.", "");
        shell.cores.runner.onRun =
                () ->
                        shell.cores.runner.run.stream()
                                .map(JobSpec::targetPath)
                                .forEach(path -> {
                                    beta.file(path.value(), 1);
                                    beta.unlisted.add(path);
                                });
        var result = shell.run("probe", "--try", "ftps://alpha", "ftps://beta");
        assertEquals(1, result.code());
        assertEquals(
                2,
                result.err().lines().filter(line -> line.contains("not be removed")).count(),
                result.err());
    }

    @Test
    void afterAnInterruptTheFilesAreRemovedTheSame() throws InterruptedException {
        CountDownLatch running = shell.cores.runner.hangAlways();
        Thread user =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                running.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            shell.signals.interrupt();
                        });
        var result = shell.run("probe", "--try", "ftps://alpha", "ftps://beta");
        user.join();
        assertEquals(130, result.code());
        assertEquals(alpha.written, alpha.deleted);
        assertEquals(beta.written, beta.deleted);
        assertEquals(1, beta.written.size());
    }

    @Test
    void oneLoginOnOneServerIsWrongUsage() {
        assertEquals(2, shell.run("probe", "--try", "ftps://alpha/x", "ftps://ALPHA/y").code());
    }

    private static List<RemotePath> parents(List<RemotePath> files) {
        return files.stream().map(RemotePath::parent).toList();
    }
}
