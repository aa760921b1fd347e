package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.site.PinnedCertificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

class TerminalPromptsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Server ALPHA =
            new Server(new SiteId("1"), "alpha", "127.0.0.2", 2121, TlsMode.EXPLICIT, "me");
    private static final Certificate PRESENTED =
            new Certificate(
                    "CN=al\u001b[2Jpha",
                    "CN=me",
                    Instant.parse("2020-01-01T00:00:00Z"),
                    Instant.parse("2021-01-01T00:00:00Z"),
                    List.of("alpha.example"),
                    "ab".repeat(32),
                    false);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"yes, true", "Y, true", "no, false", "n, false", "perhaps;yes, true", "'', false"})
    void certificateIsTrustedOnlyByAYes(String typed, boolean trusted) throws InterruptedException {
        var prompts = prompts(FakeTerminal.typing(typed.split(";")));
        assertEquals(trusted, prompts.trust(ALPHA, PRESENTED));
    }

    @Test
    void certificateIsShownInFull() throws InterruptedException {
        boolean _ = prompts(FakeTerminal.typing("no")).trust(ALPHA, PRESENTED);
        for (String part :
                List.of(
                        "alpha (127.0.0.2:2121)",
                        "CN=al\\x1b[2Jpha",
                        "CN=me",
                        "2020-01-01T00:00:00Z to 2021-01-01T00:00:00Z",
                        "alpha.example",
                        "ab:ab:ab:ab",
                        "No authority that this computer trusts vouches for it.",
                        "It is not for 127.0.0.2 but for alpha.example.",
                        "It ran out on 2021-01-01.")) {
            assertTrue(said().contains(part), part + " is missing in " + said());
        }
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void nobodyThereMeansNo() throws InterruptedException {
        assertFalse(prompts(FakeTerminal.none()).trust(ALPHA, PRESENTED));
        assertEquals("", said());
    }

    @Test
    void changedCertificateIsShownWithBothFingerprints() throws InterruptedException {
        var accepted = new PinnedCertificate("127.0.0.2", 2121, "cd".repeat(32), "CN=alpha", NOW);
        assertFalse(prompts(FakeTerminal.none()).changed(ALPHA, PRESENTED, accepted));
        assertFalse(said().contains("To accept it"), said());
        assertTrue(said().contains("ab:ab:ab"), said());
        assertTrue(said().contains("cd:cd:cd"), said());
    }

    @ParameterizedTest
    @CsvSource({
        "abababab, true",
        "AB:ab:ab:AB:ab, true",
        "' ab ab ab ab ', true",
        "abababa, false",
        "ab:ab:ab:cd, false",
        "yes, false",
        "y, false",
        "'', false"
    })
    void changedCertificateIsAcceptedOnlyByTypingItsFingerprint(String typed, boolean accepts)
            throws InterruptedException {
        var prompts = prompts(FakeTerminal.typing(typed));
        assertEquals(
                accepts,
                prompts.changed(
                        ALPHA,
                        PRESENTED,
                        new PinnedCertificate("127.0.0.2", 2121, "cd".repeat(32), "CN=a", NOW)));
        assertEquals(!accepts, prompts.isChanged(ALPHA.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "s, SKIP, false",
        "o, OVERWRITE, false",
        "r, RENAME, false",
        "skip, SKIP, false",
        "Overwrite, OVERWRITE, false",
        "s all, SKIP, true",
        "o a, OVERWRITE, true",
        "'rename, all', RENAME, true",
        "' s  all ', SKIP, true",
        "c, RESUME, false",
        "continue all, RESUME, true",
        "resume, RESUME, false",
        "x;;o all please;a;s s;r, RENAME, false",
        "n, OVERWRITE_NEWER, false",
        "newer all, OVERWRITE_NEWER, true",
        "overwrite-other-size, OVERWRITE_OTHER_SIZE, false",
        "overwrite-newer-or-other-size a, OVERWRITE_NEWER_OR_OTHER_SIZE, true",
        "'', FAIL, true"
    })
    void existingFileIsAskedForUntilTheAnswerIsClear(String typed, ExistsRule rule, boolean all)
            throws InterruptedException {
        var lines = typed.isEmpty() ? new String[0] : typed.split(";");
        assertEquals(
                new ExistsPrompt.Answer(rule, all),
                prompts(FakeTerminal.typing(lines)).ask(question(4, true)));
        assertTrue(said().contains("beta already has /t/x (4 bytes)"), said());
        assertTrue(
                said().contains(
                                "[s]kip, [o]verwrite, overwrite if [n]ewer, [r]ename, [c]ontinue"
                                        + " (keep what is there,"
                                        + " send the missing 1 byte)"),
                said());
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, true", "4, false"})
    void whatIsNoBeginningCannotBeContinued(long size, boolean resumable)
            throws InterruptedException {
        var prompts = prompts(FakeTerminal.typing("c", "resume all", "s"));
        assertEquals(
                new ExistsPrompt.Answer(ExistsRule.SKIP, false),
                prompts.ask(question(size, resumable)));
        assertTrue(
                said().contains("[s]kip, [o]verwrite, overwrite if [n]ewer, [r]ename; with"),
                said());
        assertFalse(said().contains("ontinue"), said());
    }

    private static ExistsPrompt.Question question(long targetSize, boolean resumable) {
        return new ExistsPrompt.Question(
                "alpha",
                RemotePath.of("/x"),
                OptionalLong.of(5),
                "beta",
                RemotePath.of("/t/x"),
                OptionalLong.of(targetSize),
                resumable);
    }

    private TerminalPrompts prompts(Terminal terminal) {
        var streams =
                new Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal);
        return new TerminalPrompts(streams, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
