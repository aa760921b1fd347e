package dev.crossdock.cli;

import dev.crossdock.browse.Browser;
import dev.crossdock.browse.Browsers;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.SiteId;

import java.util.LinkedHashMap;
import java.util.Map;

/// The logins of one command for looking around; one on each server.
///
/// Until it is closed the thread that made it is interrupted when the user wants out: that ends
/// whatever it waits for, a server or an answer.
final class Visits implements AutoCloseable {

    private final Browsers browsers;
    private final Logins logins;
    private final Entrance entrance;
    private final Thread visitor = Thread.currentThread();
    private final Map<SiteId, Visit> open = new LinkedHashMap<>();
    private boolean closed;

    Visits(Browsers browsers, Logins logins, Entrance entrance, Interruption interruption) {
        this.browsers = browsers;
        this.logins = logins;
        this.entrance = entrance;
        interruption.onRaise(this::interrupt);
    }

    /// Connects and logs in, if that is not done yet; waits a while for a server that is full.
    Visit enter(Login login) throws FailureException, InterruptedException {
        Visit known = open.get(login.server().id());
        if (known != null) {
            return new Visit(login, known.browser(), known.facts(), known.lookup());
        }
        logins.requirePassword(login);
        Browser browser = browsers.open(login.server());
        try {
            ServerFacts facts = entrance.enter(browser, login.server().name());
            var visit = new Visit(login, browser, facts, new Lookup(browser, facts.home()));
            open.put(login.server().id(), visit);
            return visit;
        } catch (FailureException e) {
            browser.close();
            throw new FailureException(logins.advised(login, e.failure()), e);
        }
    }

    /// Leaves all servers, so that their logins are free for the files.
    @Override
    public void close() {
        open.values().forEach(visit -> visit.browser().close());
        open.clear();
        synchronized (open) {
            closed = true;
            // What is closed from here on must not be cut short.
            boolean _ = Thread.interrupted();
        }
    }

    private void interrupt() {
        synchronized (open) {
            if (!closed) {
                visitor.interrupt();
            }
        }
    }
}
