package dev.crossdock.site;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.store.JsonList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which servers had TLS once. Whoever takes TLS away from such a server, be it somebody on the
/// way, an imported file or a link, does not get its password.
///
/// Several running Crossdocks may share the file.
public final class TlsHistory {

    private static final Logger LOG = LoggerFactory.getLogger(TlsHistory.class);
    private static final Comparator<ProtectedServer> BY_ADDRESS =
            Comparator.comparing((ProtectedServer server) -> server.address().host())
                    .thenComparingInt(server -> server.address().port());

    private final JsonList<ProtectedServer> servers;
    private final SiteStore sites;
    private final InstantSource clock;

    public TlsHistory(Path file, SiteStore sites, InstantSource clock) {
        this.servers = new JsonList<>(file, new ProtectedShape(), clock);
        this.sites = sites;
        this.clock = clock;
    }

    /// In the order of hosts and ports.
    public List<ProtectedServer> all() {
        return servers.all().stream().sorted(BY_ADDRESS).toList();
    }

    /// Keeps in mind that a login was protected. What the disk refuses is known until the program
    /// ends.
    public void loggedInWithTls(Server server) {
        var seen = ProtectedServer.of(server, sites.find(server.id()).isPresent(), clock.instant());
        if (servers.all().stream().anyMatch(seen::isSame)) {
            return;
        }
        try {
            servers.change(before -> with(before, seen));
        } catch (FailureException e) {
            LOG.warn("{}", e.failure().words(), e);
        }
    }

    /// Why a server may not be logged into without TLS; empty if nothing speaks against it.
    public Optional<Failure> refusalOfClear(Server server) {
        return servers.all().stream()
                .filter(one -> one.covers(server))
                .findFirst()
                .map(one -> refusal(server, one));
    }

    /// Lets the server be logged into without TLS again, and the sites that were there.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void forget(ServerAddress address) throws FailureException {
        servers.change(
                before -> before.stream().filter(one -> !one.address().equals(address)).toList());
    }

    /// What the user should know about the file: it was damaged, or something in it was.
    public Optional<String> notice() {
        return servers.notice();
    }

    private static Failure refusal(Server server, ProtectedServer once) {
        return Failure.of(
                Failure.Kind.UNTRUSTED,
                server.name(),
                "%s is set to clear FTP, but it had TLS on %s (%s). Crossdock does not log in without it."
                        .formatted(
                                server.name(), CertificateDoubt.day(once.since()), once.address()),
                Failure.Remedy.ASK_USER,
                "Set its encryption to explicit or implicit TLS. If its owner has really taken TLS"
                        + " away, remove "
                        + once.address()
                        + " from the servers with TLS (“Trusted certificates”), then connect"
                        + " again.");
    }

    private static List<ProtectedServer> with(
            List<ProtectedServer> before, ProtectedServer server) {
        if (before.stream().anyMatch(server::isSame)) {
            return before;
        }
        var after = new ArrayList<>(before);
        after.add(server);
        return after;
    }
}
