package dev.crossdock.cli;

import java.util.Optional;

/// The person in front of the streams, if there is one. Questions are printed before it is read.
public interface Terminal {

    /// Whether a question would reach a person.
    boolean canAsk();

    /// Whether a line on standard error may be written over again and again.
    boolean showsProgress();

    /// One line; empty when the input has ended.
    Optional<String> readLine() throws InterruptedException;

    /// One line that is not shown while it is typed; the caller wipes it.
    Optional<char[]> readPassword() throws InterruptedException;
}
