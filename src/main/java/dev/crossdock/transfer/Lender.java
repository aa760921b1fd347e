package dev.crossdock.transfer;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;

/// Lends a session to a job that has given its own back. Where the server is full it waits for one.
@FunctionalInterface
interface Lender {

    LoneSession lend(Server server) throws FailureException, InterruptedException;
}
