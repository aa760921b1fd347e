package dev.crossdock.site;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.store.JsonList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// One server of the list, whichever sites it is or was.
    ///
    /// @param since the first time
    /// @param sites names of those that are still there
    public record Entry(ServerAddress address, Instant since, List<String> sites) {

        public Entry {
            sites = List.copyOf(sites);
        }
    }

    /// The same with each address once.
    public List<Entry> byAddress() {
        var entries = new ArrayList<Entry>();
        all().stream()
                .collect(
                        Collectors.groupingBy(
                                ProtectedServer::address, LinkedHashMap::new, Collectors.toList()))
                .forEach((address, same) -> entries.add(entry(address, same)));
        return entries;
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

    /// Lets the servers be logged into without TLS again, and the sites that were there.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void forget(Collection<ServerAddress> addresses) throws FailureException {
        var gone = Set.copyOf(addresses);
        servers.change(
                before -> before.stream().filter(one -> !gone.contains(one.address())).toList());
    }

    /// What the user should know about the file: it was damaged, or something in it was.
    public Optional<String> notice() {
        return servers.notice();
    }

    private Entry entry(ServerAddress address, List<ProtectedServer> same) {
        Instant since =
                same.stream()
                        .map(ProtectedServer::since)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        List<String> names =
                same.stream()
                        .flatMap(one -> one.site().flatMap(sites::find).stream())
                        .map(Site::name)
                        .toList();
        return new Entry(address, since, names);
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
                        + " from the servers with TLS (“Trusted certificates”, or “crossdock"
                        + " certificates allow-clear”), then connect again.");
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
