package dev.crossdock.site;

import static dev.crossdock.site.Samples.NOW;
import static dev.crossdock.site.Samples.certificate;
import static dev.crossdock.site.Samples.pinned;
import static dev.crossdock.site.Samples.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class TrustDeskTest {

    private final FakePrompts prompts = new FakePrompts();
    private Path file;

    @BeforeEach
    void placeTheFile(@TempDir Path folder) {
        file = folder.resolve("certificates.json");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    mode,  rooted, pinned, answer, verdict,        heard,                        pinnedAfter
                    ASK,   true,   '',     '',     Accepted,       '',                           ''
                    NEW,   true,   '',     '',     Accepted,       '',                           ''
                    KNOWN, true,   '',     '',     Accepted,       '',                           ''
                    ASK,   false,  a,      '',     Accepted,       '',                           a
                    NEW,   false,  a,      '',     Accepted,       '',                           a
                    KNOWN, false,  a,      '',     Accepted,       '',                           a
                    ASK,   true,   a,      '',     Accepted,       '',                           a
                    ASK,   false,  b,      '',     RefusedChanged, changed ftp.example b to a,   b
                    NEW,   false,  b,      '',     RefusedChanged, changed ftp.example b to a,   b
                    KNOWN, false,  b,      '',     RefusedChanged, changed ftp.example b to a,   b
                    ASK,   true,   b,      '',     RefusedChanged, changed ftp.example b to a,   b
                    NEW,   true,   b,      '',     RefusedChanged, changed ftp.example b to a,   b
                    KNOWN, true,   b,      '',     RefusedChanged, changed ftp.example b to a,   b
                    ASK,   false,  '',     yes,    Accepted,       trust ftp.example a,          a
                    ASK,   false,  '',     no,     RefusedUnknown, trust ftp.example a,          ''
                    NEW,   false,  '',     '',     Accepted,       '',                           a
                    KNOWN, false,  '',     '',     RefusedUnknown, '',                           ''
                    """)
    void theModeTheRootsAndThePinDecide(
            TrustMode mode,
            boolean rooted,
            String pinned,
            String answer,
            String verdict,
            String heard,
            String pinnedAfter)
            throws FailureException, InterruptedException {
        if (!pinned.isEmpty()) {
            known().pin(pinned("FTP.EXAMPLE", pinned.charAt(0)));
        }
        prompts.willAnswer(answer);
        var decided = desk(mode).decide(server("beta"), certificate('a', rooted));
        assertEquals(verdict, decided.getClass().getSimpleName());
        assertEquals(heard, String.join(";", prompts.heard));
        assertEquals(
                pinnedAfter,
                known().find("ftp.example", 2121)
                        .map(one -> one.sha256().substring(0, 1))
                        .orElse(""));
    }

    @Test
    void whatWasAcceptedOnceIsNotAskedAgain() throws InterruptedException {
        prompts.willAnswer("yes");
        var desk = desk(TrustMode.ASK);
        desk.decide(server("beta"), certificate('a', false));
        assertInstanceOf(
                Verdict.Accepted.class, desk.decide(server("beta"), certificate('a', false)));
        assertInstanceOf(
                Verdict.Accepted.class,
                desk(TrustMode.KNOWN).decide(server("beta"), certificate('a', false)));
        assertEquals(1, prompts.heard.size());
    }

    @Test
    void aNoIsAskedAgainNextTime() throws InterruptedException {
        prompts.willAnswer("no", "yes");
        var desk = desk(TrustMode.ASK);
        desk.decide(server("beta"), certificate('a', false));
        assertInstanceOf(
                Verdict.Accepted.class, desk.decide(server("beta"), certificate('a', false)));
    }

    @Test
    void aChangeIsToldOnceForEachNewCertificate() throws FailureException, InterruptedException {
        known().pin(pinned("ftp.example", 'a'));
        var desk = desk(TrustMode.ASK);
        for (char digit : List.of('b', 'b', 'c', 'c')) {
            assertInstanceOf(
                    Verdict.RefusedChanged.class,
                    desk.decide(server("beta"), certificate(digit, false)));
        }
        assertEquals(
                List.of("changed ftp.example a to b", "changed ftp.example a to c"), prompts.heard);
    }

    @Test
    void aChangeThatWasRefusedIsShownAgainAfterAMinute()
            throws FailureException, InterruptedException {
        known().pin(pinned("ftp.example", 'a'));
        var clock = new MovableClock();
        var desk = new TrustDesk(known(), prompts, TrustMode.ASK, clock);
        for (int seconds : List.of(0, 59, 1)) {
            clock.advance(Duration.ofSeconds(seconds));
            assertInstanceOf(
                    Verdict.RefusedChanged.class,
                    desk.decide(server("beta"), certificate('b', false)));
        }
        assertEquals(
                List.of("changed ftp.example a to b", "changed ftp.example a to b"), prompts.heard);
    }

    @Test
    void aChangeThatWasAcceptedTakesThePlaceOfTheOldOne()
            throws FailureException, InterruptedException {
        known().pin(pinned("ftp.example", 'a'));
        prompts.willAnswer("the new one is right");
        var desk = desk(TrustMode.ASK);
        assertInstanceOf(
                Verdict.Accepted.class, desk.decide(server("beta"), certificate('b', false)));
        var now = known().find("ftp.example", 2121).orElseThrow();
        assertEquals(certificate('b', false).sha256(), now.sha256());
        assertEquals(NOW, now.accepted());
        assertEquals(certificate('b', false).notAfter(), now.terms().orElseThrow().notAfter());
        assertTrue(desk.accepts(server("beta"), certificate('b', false)));
        assertInstanceOf(
                Verdict.RefusedChanged.class, desk.decide(server("beta"), certificate('a', false)));
    }

    @Test
    void whatAnotherProgramPinnedMeanwhileIsNotReplaced()
            throws FailureException, InterruptedException {
        var known = known();
        known.pin(pinned("ftp.example", 'a'));
        known.replace(pinned("ftp.example", 'c'), pinned("ftp.example", 'b'));
        assertEquals(Optional.of(pinned("ftp.example", 'a')), known.find("ftp.example", 2121));
    }

    @Test
    void aCertificateThatRanOutStaysAccepted() throws FailureException, InterruptedException {
        known().pin(pinned("ftp.example", 'a'));
        var late = InstantSource.fixed(NOW.plusSeconds(1_000_000_000));
        var desk = new TrustDesk(known(), prompts, TrustMode.ASK, late);
        assertInstanceOf(
                Verdict.Accepted.class, desk.decide(server("beta"), certificate('a', false)));
    }

    @ParameterizedTest
    @CsvSource({"yes, Accepted", "no, RefusedUnknown"})
    void threadsThatMeetTheSameCertificateShareOneQuestion(String answer, String verdict)
            throws InterruptedException, ExecutionException {
        var desk = desk(TrustMode.ASK);
        try (var threads = new Asking()) {
            for (int i = 0; i < 8; i++) {
                threads.ask(desk, certificate('a', false));
            }
            threads.awaitAllWaiting();
            prompts.willAnswer(answer);
            assertEquals(List.of(verdict), threads.verdicts().stream().distinct().toList());
        }
        assertEquals(List.of("trust ftp.example a"), prompts.heard);
    }

    @Test
    void ofTwoCertificatesOfOneServerTheSecondIsAChange()
            throws InterruptedException, ExecutionException {
        var desk = desk(TrustMode.ASK);
        try (var threads = new Asking()) {
            threads.ask(desk, certificate('a', false));
            await().until(() -> prompts.heard.size() == 1);
            threads.ask(desk, certificate('b', false));
            threads.awaitAllWaiting();
            prompts.willAnswer("yes");
            assertEquals(List.of("Accepted", "RefusedChanged"), threads.verdicts());
        }
        assertEquals(List.of("trust ftp.example a", "changed ftp.example a to b"), prompts.heard);
    }

    @Test
    void whenWhoeverAskedIsInterruptedTheNextOneAsks()
            throws InterruptedException, ExecutionException {
        var desk = desk(TrustMode.ASK);
        try (var threads = new Asking()) {
            Future<Verdict> first = threads.ask(desk, certificate('a', false));
            await().until(() -> prompts.heard.size() == 1);
            Future<Verdict> second = threads.ask(desk, certificate('a', false));
            threads.awaitAllWaiting();
            first.cancel(true);
            await().until(() -> prompts.heard.size() == 2);
            prompts.willAnswer("yes");
            assertInstanceOf(Verdict.Accepted.class, second.get());
        }
    }

    @Test
    void aYesHoldsForThisRunWhenTheDiskRefuses() throws IOException, InterruptedException {
        Path blocked = file.resolveSibling("blocked");
        Files.writeString(blocked, "a file where a folder should be");
        var desk =
                new TrustDesk(
                        new KnownCertificates(blocked.resolve("certificates.json")),
                        prompts.willAnswer("yes"),
                        TrustMode.ASK,
                        InstantSource.fixed(NOW));
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(
                    Verdict.Accepted.class, desk.decide(server("beta"), certificate('a', false)));
        }
        assertEquals(1, prompts.heard.size());
    }

    @Test
    void aRefusedChangeNamesTheServerAndBothFingerprints() {
        var refused = new Verdict.RefusedChanged(certificate('b', true), pinned("h", 'a'));
        Failure failure = refused.failure(server("beta")).orElseThrow();
        assertEquals(Failure.Kind.UNTRUSTED, failure.kind());
        assertEquals("beta", failure.server());
        assertTrue(failure.message().contains("aa:aa:aa"), failure.message());
        assertTrue(failure.message().contains("bb:bb:bb"), failure.message());
        assertTrue(failure.message().contains("2026-11-22"), failure.message());
    }

    private TrustDesk desk(TrustMode mode) {
        return new TrustDesk(known(), prompts, mode, InstantSource.fixed(NOW));
    }

    private KnownCertificates known() {
        return new KnownCertificates(file);
    }

    /// Several threads that wait for a verdict.
    private static final class Asking implements AutoCloseable {
        private final List<Thread> threads = new CopyOnWriteArrayList<>();
        private final List<Future<Verdict>> verdicts = new ArrayList<>();
        private final ExecutorService executor = Executors.newCachedThreadPool();

        @CanIgnoreReturnValue
        Future<Verdict> ask(TrustDesk desk, Certificate presented) {
            Future<Verdict> verdict =
                    executor.submit(() -> {
                        threads.add(Thread.currentThread());
                        return desk.decide(server("beta"), presented);
                    });
            verdicts.add(verdict);
            return verdict;
        }

        void awaitAllWaiting() {
            await().until(() ->
                    threads.size() == verdicts.size()
                            && threads.stream()
                                    .allMatch(thread -> thread.getState() == Thread.State.WAITING));
        }

        List<String> verdicts() throws InterruptedException, ExecutionException {
            var all = new ArrayList<String>();
            for (Future<Verdict> verdict : verdicts) {
                all.add(verdict.get().getClass().getSimpleName());
            }
            return all;
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
