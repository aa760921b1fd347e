package dev.crossdock.ftp;

import dev.crossdock.model.Server;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.model.TlsRules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which TLS versions to offer a server: TLS 1.2 alone where our own data connections were refused
/// under TLS 1.3. That is remembered for good only once it has helped, as [TlsTrial] has it.
final class TlsVersions {

    private final TlsMemory memory;
    private final Map<Topic, TlsTrial> trials = new HashMap<>();

    private record Topic(Server server, DataKind kind) {}

    TlsVersions(TlsMemory memory) {
        this.memory = memory;
    }

    static boolean isTls13(Optional<TlsFacts> agreed) {
        return agreed.isPresent() && agreed.get().protocol().equals("TLSv1.3");
    }

    /// What was learnt counts only where the site leaves the choice to us.
    boolean isOnlyTls12(Server server) {
        return switch (server.options().tls().versions()) {
            case BEST -> isOnTrial(server) || memory.isOnlyTls12(server);
            case ONLY_12 -> true;
            case ONLY_13 -> false;
        };
    }

    /// What to do with the server now.
    TlsRules rules(Server server) {
        TlsRules rules = server.options().tls();
        return isOnlyTls12(server)
                ? new TlsRules(TlsRules.Versions.ONLY_12, rules.resume())
                : rules;
    }

    /// What becomes of the data connections of one protected session.
    final class Watch {

        private final Server server;
        private final boolean underTls13;
        private Optional<DataKind> last = Optional.empty();
        private int inARow;

        Watch(Server server, boolean underTls13) {
            this.server = server;
            this.underTls13 = underTls13;
        }

        /// A data connection was refused; whether a new login under TLS 1.2 is worth a try.
        boolean refused(DataKind kind) {
            inARow = 0;
            return server.options().tls().versions() == TlsRules.Versions.BEST
                    && noteRefusal(new Topic(server, kind), underTls13);
        }

        /// A data connection has carried what it should.
        void worked(DataKind kind) {
            inARow = last.equals(Optional.of(kind)) ? inARow + 1 : 1;
            last = Optional.of(kind);
            if (noteSuccess(new Topic(server, kind), underTls13, inARow)) {
                memory.onlyTls12(server);
            }
        }
    }

    private synchronized boolean isOnTrial(Server server) {
        return Arrays.stream(DataKind.values())
                .anyMatch(kind -> trial(new Topic(server, kind)).isRunning());
    }

    private synchronized boolean noteRefusal(Topic topic, boolean underTls13) {
        TlsTrial trial = trial(topic).refused(underTls13);
        trials.put(topic, trial);
        return underTls13 && trial.isRunning();
    }

    /// Whether that is worth remembering.
    private synchronized boolean noteSuccess(Topic topic, boolean underTls13, int inARow) {
        TlsTrial trial = trial(topic);
        trials.put(topic, trial.worked(underTls13, inARow));
        return trial.isWonBy(underTls13, inARow);
    }

    private TlsTrial trial(Topic topic) {
        return trials.getOrDefault(topic, TlsTrial.NONE);
    }
}
