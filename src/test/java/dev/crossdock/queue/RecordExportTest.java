package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.crossdock.model.Controls;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Protection;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.Verification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class RecordExportTest {

    private static final Route ROUTE = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);

    @Test
    void aFileThatArrivedFillsItsColumns() throws Exception {
        String csv = export(RecordExport.Format.CSV, done("/in/a.bin"));
        assertEquals(
                """
                id,state,source_site,source_path,target_site,target_path,bytes,started,ended,\
                elapsed_ms,route,passive,tls_client,protection,source_control_tls,\
                target_control_tls,verified,failure,note
                7,done,site alpha,/out/a.bin,site beta,/in/a.bin,1000,2026-01-01T00:00:00Z,\
                2026-01-01T00:00:02Z,2000,proxy,source,target,tls,\
                "TLSv1.3, TLS_AES_256_GCM_SHA384",,size,,before: +sscn
                """
                        .replace("\n", "\r\n"),
                csv);
    }

    @Test
    void aFailureTellsWhatHappenedAndWhatToDo() throws Exception {
        var failure =
                Failure.of(
                        Failure.Kind.REFUSED,
                        "beta",
                        "beta refused STOR (553).",
                        Failure.Remedy.ASK_USER,
                        "Check the rights.");
        String csv =
                export(
                        RecordExport.Format.CSV,
                        view("/a", "/a", JobState.FAILED, new Outcome.Failed(failure)));
        assertTrue(csv.endsWith(",,,,,,beta refused STOR (553). Check the rights.,\r\n"), csv);
    }

    /// Names as `\n` for a line feed and so on.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    text         | field
                    plain        | plain
                    a,b          | "a,b"
                    say "hi"     | "say ""hi\"""
                    two\\nlines  | "two\\nlines"
                    two\\rlines  | "two\\rlines"
                    =1+1         | '=1+1
                    +1           | '+1
                    -1           | '-1
                    @SUM(A1)     | '@SUM(A1)
                    =HYPERLINK("x","y") | "'=HYPERLINK(""x"",""y"")"
                    a=b          | a=b
                    hal\uDC80f  | hal\uFFFDf
                    \uD83D\uDE00 | \uD83D\uDE00
                    """)
    void hostileTextIsOneSafeField(String text, String field) throws Exception {
        String csv =
                export(
                        RecordExport.Format.CSV,
                        view(
                                "/a",
                                "/a",
                                JobState.SKIPPED,
                                new Outcome.Skipped(text.translateEscapes())));
        assertTrue(csv.endsWith("," + unescaped(field) + "\r\n"), csv);
    }

    @Test
    void jsonHoldsEvenWhatIsNoText() throws Exception {
        String name = "/in/\"q\"\u0007 \uDC80 =x \u00E9";
        String json = export(RecordExport.Format.JSON, done(name), done("/b"));
        JsonNode all = new ObjectMapper().readTree(json);
        assertEquals(2, all.size());
        assertEquals(name, all.get(0).path("target_path").textValue());
        assertEquals(1000, all.get(0).path("bytes").longValue());
        assertTrue(all.get(0).path("failure").isNull());
        assertEquals(19, all.get(0).size());
    }

    @Test
    void nothingToExportIsStillAFile() throws Exception {
        assertEquals(1, export(RecordExport.Format.CSV).lines().count());
        assertEquals(0, new ObjectMapper().readTree(export(RecordExport.Format.JSON)).size());
    }

    @Test
    void theWholeRecordIsWrittenPageByPageInTheOrderOfTheEnds(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("record.csv");
        try (var queue =
                QueueService.temporary(
                        (_, _) -> new Outcome.Skipped("there"), 4, Clock.systemUTC())) {
            queue.add(IntStream.range(0, 1_200).mapToObj(n -> spec("/a" + n, "/b" + n)).toList());
            queue.awaitIdle();
            queue.awaitStored();
            try (var out =
                    new RecordExport(
                            RecordExport.Format.CSV,
                            Files.newBufferedWriter(file),
                            SiteId::value)) {
                assertTrue(out.addAll(queue, _ -> true));
            }
            assertEquals(1_201, Files.readAllLines(file).size());
            var cut = new StringWriter();
            try (var out = new RecordExport(RecordExport.Format.CSV, cut, SiteId::value)) {
                assertFalse(out.addAll(queue, written -> written < 900));
            }
            assertEquals(1_001, cut.toString().lines().count(), "stopped behind a page");
            var some = new StringWriter();
            try (var out = new RecordExport(RecordExport.Format.CSV, some, SiteId::value)) {
                out.addAll(queue, List.of(new JobId(3), new JobId(9_999)), _ -> true);
            }
            assertEquals(2, some.toString().lines().count());
        }
    }

    private static String unescaped(String field) {
        return field.translateEscapes();
    }

    private static String export(RecordExport.Format format, JobView... jobs) throws IOException {
        var out = new StringWriter();
        try (var export = new RecordExport(format, out, site -> "site " + site.value())) {
            for (JobView job : jobs) {
                export.add(job);
            }
        }
        return out.toString();
    }

    private static JobView done(String target) {
        return view(
                "/out/a.bin",
                target,
                JobState.DONE,
                new Outcome.Done(
                        1000,
                        Duration.ofSeconds(2),
                        ROUTE,
                        Protection.TLS,
                        Verification.SIZE,
                        RemotePath.of(target),
                        new Controls("TLSv1.3, TLS_AES_256_GCM_SHA384", ""),
                        "before: +sscn"));
    }

    private static JobView view(String source, String target, JobState state, Outcome outcome) {
        return new JobView(
                new JobId(7),
                spec(source, target),
                state,
                new Rank(1, new JobId(7)),
                Priority.NORMAL,
                Optional.empty(),
                1,
                OptionalLong.empty(),
                new Progress.Unknown(),
                Optional.empty(),
                "",
                Optional.empty(),
                false,
                Optional.of(outcome),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-01-01T00:00:02Z")),
                1);
    }

    private static JobSpec spec(String source, String target) {
        return JobSpec.file(
                new SiteId("alpha"),
                RemotePath.of(source),
                new SiteId("beta"),
                RemotePath.of(target),
                OptionalLong.empty(),
                TransferPolicy.secure(ExistsRule.ASK));
    }
}
