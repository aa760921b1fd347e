package dev.crossdock.transfer;

import dev.crossdock.ftp.Deadlines;
import dev.crossdock.fxp.Patience;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.TestClient;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// What kinds of server a [ScriptedPair] has, and how patient we are with them.
///
/// @param forRoom how long a job waits for a server that is full
/// @param pairs how many jobs may run at once
record PairSetup(
        Setup source,
        Setup target,
        Patience patience,
        Deadlines deadlines,
        Duration forRoom,
        int pairs) {

    /// A tenth and less of what servers are usually given.
    private static final Patience SHORT =
            new Patience(
                    Duration.ofSeconds(3),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2));

    /// Where most of a test is waiting in vain.
    private static final Patience SHORTEST =
            new Patience(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(300),
                    Duration.ofMillis(1_200),
                    Duration.ofMillis(1_200),
                    Duration.ofMillis(1_200),
                    Duration.ofMillis(600),
                    Duration.ofMillis(1_200));

    /// Two servers without any method, at two addresses.
    static final PairSetup USUAL =
            new PairSetup(
                    Setup.USUAL.at("127.0.0.31"),
                    Setup.USUAL.at("127.0.0.32"),
                    SHORT,
                    TestClient.PATIENT,
                    Duration.ofSeconds(60),
                    2);

    PairSetup source(UnaryOperator<Setup> change) {
        return new PairSetup(change.apply(source), target, patience, deadlines, forRoom, pairs);
    }

    PairSetup target(UnaryOperator<Setup> change) {
        return new PairSetup(source, change.apply(target), patience, deadlines, forRoom, pairs);
    }

    PairSetup on(Side side, UnaryOperator<Setup> change) {
        return side == Side.SOURCE ? source(change) : target(change);
    }

    PairSetup both(UnaryOperator<Setup> change) {
        return source(change).target(change);
    }

    PairSetup with(Deadlines other) {
        return new PairSetup(source, target, patience, other, forRoom, pairs);
    }

    PairSetup hasty() {
        return new PairSetup(source, target, SHORTEST, deadlines, forRoom, pairs);
    }

    PairSetup withPairs(int most) {
        return new PairSetup(source, target, patience, deadlines, forRoom, most);
    }

    PairSetup waitingForRoom(Duration most) {
        return new PairSetup(source, target, patience, deadlines, most, pairs);
    }

    ScriptedPair open() throws IOException {
        return new ScriptedPair(this);
    }
}
