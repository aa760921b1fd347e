package dev.crossdock.ui.sites;

import dev.crossdock.browse.Browser;
import dev.crossdock.browse.Browsers;
import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TranscriptLine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A [SiteTest] that logs on as a pane does; with secrets of its own under an id of its own, so
/// that they do not take the place of the site's.
public final class LoginTest implements SiteTest {

    private static final Logger LOG = LoggerFactory.getLogger(LoginTest.class);

    /// Where a login looks for its secrets.
    public interface Lent {
        void lend(Server server, SecretKind kind, char[] secret);

        /// Forgets what was lent, and what the user had kept meanwhile.
        ///
        /// @throws FailureException if something of it is still there, with words for a person
        void takeBack(SiteId site) throws FailureException;
    }

    private final Browsers browsers;
    private final Lent lent;
    private final TranscriptLog transcript;
    private final Executor background;
    private final Executor screen;

    public LoginTest(
            Browsers browsers,
            Lent lent,
            TranscriptLog transcript,
            Executor background,
            Executor screen) {
        this.browsers = browsers;
        this.lent = lent;
        this.transcript = transcript;
        this.background = background;
        this.screen = screen;
    }

    @Override
    public Runnable begin(Server server, Map<SecretKind, char[]> secrets, Consumer<Result> told) {
        boolean isOwn = !secrets.isEmpty();
        Server probe = isOwn ? renamed(server) : server;
        secrets.forEach((kind, secret) -> {
            lent.lend(probe, kind, secret);
            Arrays.fill(secret, '\0');
        });
        Browser browser = browsers.open(probe);
        var givenUp = new AtomicBoolean();
        background.execute(() -> {
            Optional<Result> result = result(browser, probe);
            if (isOwn) {
                takeBack(probe.id());
            }
            browser.close();
            result.ifPresent(it ->
                    screen.execute(() -> {
                        if (!givenUp.get()) {
                            told.accept(it);
                        }
                    }));
        });
        return () -> {
            if (!givenUp.getAndSet(true)) {
                background.execute(browser::close);
            }
        };
    }

    private void takeBack(SiteId probe) {
        try {
            lent.takeBack(probe);
        } catch (FailureException failed) {
            LOG.warn("secrets of a login that was a test stay in the vault", failed);
        }
    }

    private static Server renamed(Server server) {
        return new Server(
                SiteId.random(),
                server.name(),
                server.host(),
                server.port(),
                server.tls(),
                server.user(),
                server.options());
    }

    private Optional<Result> result(Browser browser, Server probe) {
        long seen = transcript.since(Long.MAX_VALUE).seen();
        try {
            ServerFacts facts = browser.connect();
            return Optional.of(new Result.Passed(facts, greeting(probe, seen)));
        } catch (FailureException failed) {
            return Optional.of(new Result.Failed(failed.failure()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> greeting(Server probe, long seen) {
        return transcript.since(seen).lines().stream()
                .filter(line -> line.server().id().equals(probe.id()))
                .filter(line -> line.direction() == TranscriptLine.Direction.RECEIVED)
                .map(TranscriptLine::text)
                .findFirst();
    }
}
