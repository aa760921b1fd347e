package dev.crossdock.cli;

import dev.crossdock.browse.Browser;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.ServerFacts;

import java.time.Duration;
import java.util.List;

/// Logs in; a server that takes nobody now is asked again for a while.
final class Entrance {

    private final Streams streams;
    private final Interruption interruption;
    private final List<Duration> pauses;

    /// @param pauses how long to wait before each further try
    Entrance(Streams streams, Interruption interruption, List<Duration> pauses) {
        this.streams = streams;
        this.interruption = interruption;
        this.pauses = List.copyOf(pauses);
    }

    /// @param name of the server, for the person who waits
    ServerFacts enter(Browser browser, String name) throws FailureException, InterruptedException {
        boolean said = false;
        for (Duration pause : pauses) {
            try {
                return browser.connect();
            } catch (FailureException e) {
                if (!isFull(e.failure()) || interruption.isRaised()) {
                    throw e;
                }
                if (!said) {
                    streams.say("waiting: " + name + " takes no more logins now");
                    said = true;
                }
                if (interruption.pause(pause)) {
                    throw e;
                }
            }
        }
        return browser.connect();
    }

    private static boolean isFull(Failure failure) {
        return failure.kind() == Failure.Kind.REFUSED
                && failure.remedy() == Failure.Remedy.RETRY_LATER;
    }
}
