package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.crossdock.model.Controls;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Verification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// `copy --json`, word for word: scripts read this.
class CopyJsonTest {

    private final Shell shell;
    private final FakeServer alpha;

    CopyJsonTest(@TempDir Path folder) {
        shell = new Shell(folder);
        alpha = shell.cores.server("alpha");
    }

    @BeforeEach
    void serve() {
        alpha.file("/x", 5).folder("/d").file("/d/a", 1).folder("/d/e").file("/d/e/b", 2);
        shell.cores.server("beta").folder("/t");
    }

    @Test
    void fileThatArrivedIsOneLine() {
        var result = copy("ftps://me@alpha:2121/x", "ftps://beta/t");
        assertEquals(
                """
                {"source":"ftps://me@alpha:2121/x","target":"ftps://beta/t/x","bytes":5,"seconds":1.25,\
                "route":{"method":"proxy","passive":"source","tlsClient":"target"},"protection":"tls",\
                "verified":"size","outcome":"done","failure":null,\
                "controls":{"source":"TLSv1.3","target":"TLSv1.3"},"note":""}
                """,
                result.out());
        assertEquals("", result.err());
        assertEquals(0, result.code());
    }

    @Test
    void failedFileHasItsFailure() {
        shell.cores.runner.outcomes.put(
                "/x",
                FakeRunner.failed(Failure.Kind.TRUNCATED, "beta", "Too short.", "Try again."));
        var result = copy("ftps://alpha/x", "ftps://beta/t");
        assertEquals(
                """
                {"source":"ftps://alpha/x","target":"ftps://beta/t/x","bytes":0,"seconds":0.0,\
                "route":{"method":"proxy","passive":"source","tlsClient":"target"},"protection":"none",\
                "verified":"no","outcome":"failed","failure":{"kind":"truncated","server":"beta",\
                "message":"Too short.","remedy":"Try again."},"controls":null,"note":""}
                """,
                withoutTime(result.out()));
        assertEquals(1, result.code());
    }

    @Test
    void theServersOwnWordsAreTheDetails() {
        shell.cores.runner.outcomes.put(
                "/x",
                new Outcome.Failed(
                        alpha.failure(Failure.Remedy.GIVE_UP, "alpha refused RETR: 550 Busy.")));
        JsonNode object = copy("ftps://alpha/x", "ftps://beta/t").onlyJson();
        assertEquals("550 Busy.", object.at("/failure/details").textValue());
    }

    @Test
    void fileThatStayedAwayTookNoRoute() {
        shell.cores.runner.outcomes.put(
                "/x", FakeRunner.failed(Failure.Kind.EXISTS, "beta", "It is there.", "Rename it."));
        JsonNode object = copy("ftps://alpha/x", "ftps://beta/t").onlyJson();
        assertTrue(object.get("route").isNull());
        assertEquals("exists", object.get("failure").get("kind").textValue());
    }

    @Test
    void skippedFileIsNoFailure() {
        shell.cores.runner.outcomes.put("/x", new Outcome.Skipped("It is there."));
        var result = copy("ftps://alpha/x", "ftps://beta/t");
        assertEquals(
                """
                {"source":"ftps://alpha/x","target":"ftps://beta/t/x","bytes":0,"seconds":0.0,\
                "route":null,"protection":"none","verified":"no","outcome":"skipped","failure":null,\
                "controls":null,"note":""}
                """,
                result.out());
        assertEquals(0, result.code());
    }

    @Test
    void whatWasTriedBeforeAndControlsWithoutTlsAreTold() {
        var done = FakeRunner.done(5, RemotePath.of("/t/x"));
        shell.cores.runner.outcomes.put(
                "/x",
                new Outcome.Done(
                        done.bytes(),
                        done.elapsed(),
                        done.route(),
                        done.protection(),
                        Verification.SHA256,
                        done.target(),
                        new Controls("TLSv1.2, TLS_X", ""),
                        "SSCN: beta refused it."));
        JsonNode object = copy("ftps://alpha/x", "ftps://beta/t").onlyJson();
        assertEquals("sha-256", object.get("verified").textValue());
        assertEquals("TLSv1.2, TLS_X", object.at("/controls/source").textValue());
        assertTrue(object.at("/controls/target").isNull());
        assertEquals("SSCN: beta refused it.", object.get("note").textValue());
    }

    @Test
    void renamedFileIsToldByItsNewName() {
        shell.cores.runner.outcomes.put("/x", FakeRunner.done(5, RemotePath.of("/t/x (2)")));
        JsonNode object = copy("ftps://alpha/x", "ftps://beta/t").onlyJson();
        assertEquals("ftps://beta/t/x%20(2)", object.get("target").textValue());
    }

    @Test
    void folderItselfIsNoFile() {
        var result = copy("ftps://alpha/d", "ftps://beta/t/");
        assertEquals(
                List.of("ftps://alpha/d/a", "ftps://alpha/d/e/b"),
                result.json().stream()
                        .map(each -> each.get("source").textValue())
                        .sorted()
                        .toList());
        assertEquals(0, result.code());
    }

    @Test
    void folderThatFailsIsOneObject() {
        alpha.closed.add(RemotePath.of("/d/e"));
        var result = copy("ftps://alpha/d", "ftps://beta/t/");
        assertEquals(1, result.code());
        assertEquals(
                List.of("ftps://alpha/d/a done", "ftps://alpha/d/e failed"),
                result.json().stream()
                        .map(each ->
                                each.get("source").textValue()
                                        + " "
                                        + each.get("outcome").textValue())
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsLeftOutOfAFolderIsSaidOnStandardError() {
        shell.cores.runner.outcomes.put(
                "/d", new Outcome.Expanded(0, 0, 1, "Neither this nor that"));
        var result = copy("ftps://alpha/d", "ftps://beta/t/");
        assertEquals("", result.out());
        assertTrue(result.err().contains("Neither this nor that"), result.err());
        assertEquals(1, result.code());
    }

    @Test
    void missingSourceIsAFileThatFailed() {
        var result = copy("ftps://alpha/nothing", "ftps://beta/t");
        JsonNode object = result.onlyJson();
        assertEquals("ftps://alpha/nothing", object.get("source").textValue());
        assertEquals("ftps://beta/t/nothing", object.get("target").textValue());
        assertEquals(0, object.get("bytes").intValue());
        assertEquals("failed", object.get("outcome").textValue());
        assertEquals(1, result.code());
    }

    @Test
    void namesAreInAsciiWhateverTheyHold() {
        alpha.file("/d/\uDCFC\u001b \u00fc", 1);
        var result = copy("ftps://alpha/d/%FC%1B%20%C3%BC", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        JsonNode object = result.onlyJson();
        assertEquals("ftps://alpha/d/%FC%1B%20%C3%BC", object.get("source").textValue());
        assertEquals("ftps://beta/t/%FC%1B%20%C3%BC", object.get("target").textValue());
    }

    @Test
    void failureBeforeAnyFileHasNoBytes() {
        alpha.atLogin =
                Failure.of(
                        Failure.Kind.UNTRUSTED,
                        "alpha",
                        "The certificate is unknown.",
                        Failure.Remedy.ASK_USER,
                        "Look at it.");
        var result = copy("ftps://alpha/x", "ftps://beta/~/t");
        assertEquals(
                """
                {"source":"ftps://alpha/x","target":"ftps://beta/~/t","seconds":0.0,"route":null,\
                "protection":"none","verified":"no","outcome":"failed","failure":{"kind":"untrusted",\
                "server":"alpha","message":"The certificate is unknown.","remedy":"Compare the fingerprint with \
                the one from the server's owner, then accept it with --trust=new or on a terminal."},"controls":null,"note":""}
                """,
                result.out());
        assertEquals(3, result.code());
    }

    @Test
    void changedCertificateIsShownAndNoOptionIsOfferedToAcceptIt() {
        alpha.certificateChanged = true;
        alpha.atLogin =
                Failure.of(
                        Failure.Kind.UNTRUSTED,
                        "alpha",
                        "It is another one.",
                        Failure.Remedy.ASK_USER,
                        "Ask the owner.");
        var result = copy("ftps://alpha/x", "ftps://beta/t");
        assertEquals("Ask the owner.", result.onlyJson().get("failure").get("remedy").textValue());
        assertTrue(result.err().contains("00:00:00"), result.err());
        assertTrue(result.err().contains("01:23:45"), result.err());
    }

    @Test
    void targetThatCannotBeEnteredStopsEverything() {
        shell.cores.server("beta").password = "another";
        var result = copy("ftps://alpha/x", "ftps://alpha/d", "ftps://beta/t");
        JsonNode object = result.onlyJson();
        assertFalse(object.has("bytes"));
        assertEquals("login", object.get("failure").get("kind").textValue());
        assertEquals("beta", object.get("failure").get("server").textValue());
        assertEquals(3, result.code());
    }

    @Test
    void serverThatCannotBeEnteredTakesOnlyItsOwnSourcesOut() {
        shell.cores.server("gamma").password = "another";
        var result = copy("ftps://gamma/g", "ftps://alpha/x", "ftps://gamma/h", "ftps://beta/t");
        assertEquals(
                List.of("ftps://gamma/g failed", "ftps://alpha/x done"),
                result.json().stream()
                        .map(each ->
                                each.get("source").textValue()
                                        + " "
                                        + each.get("outcome").textValue())
                        .toList());
        assertEquals(1, result.code());
    }

    @Test
    void noRouteSaysWhy() {
        shell.cores.routes = (_, _, _) -> FakeCores.SHUT;
        var result = copy("ftps://alpha/x", "ftps://beta/new/");
        JsonNode object = result.onlyJson();
        assertFalse(object.has("bytes"));
        assertEquals("no-route", object.get("failure").get("kind").textValue());
        assertEquals(
                "There is no route from alpha to beta. SSCN: Neither server says SSCN.",
                object.get("failure").get("message").textValue());
        assertEquals(3, result.code());
        assertEquals(List.of(), shell.cores.server("beta").made);
    }

    @Test
    void coreThatCannotBeOpenedIsToldTheSameWay() {
        shell.cores.atOpening =
                Failure.of(
                        Failure.Kind.LOCAL_DISK,
                        "",
                        "The disk is full.",
                        Failure.Remedy.GIVE_UP,
                        "");
        var result = copy("ftps://alpha/x", "ftps://beta/t");
        assertEquals("local-disk", result.onlyJson().get("failure").get("kind").textValue());
        assertEquals(3, result.code());
    }

    @Test
    void folderThatCannotBeMadeStopsEverything() {
        var beta = shell.cores.server("beta");
        beta.readOnly = true;
        var result = copy("ftps://alpha/x", "ftps://beta/new/");
        assertFalse(result.onlyJson().has("bytes"));
        assertEquals(3, result.code());
        assertEquals(List.of(), shell.cores.runner.run);
    }

    private Shell.Result copy(String... places) {
        var line = new java.util.ArrayList<>(List.of("copy", "--json"));
        line.addAll(List.of(places));
        return shell.run(line.toArray(String[]::new));
    }

    private static String withoutTime(String line) {
        return line.replaceAll("\"seconds\":[0-9.]+", "\"seconds\":0.0");
    }
}
