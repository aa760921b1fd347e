package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.site.CertificateDoubt;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.TlsHistory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `crossdock certificates`: which servers are trusted for what they showed.
@Command(
        name = "certificates",
        mixinStandardHelpOptions = true,
        description = {
            "The certificates that were accepted, and the servers that had TLS and so are never",
            "logged into without it."
        })
final class CertificatesCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Surroundings surroundings;
    private final Json objects = new Json();

    private interface Work {
        int of(Core core) throws UsageException, FailureException;
    }

    CertificatesCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        throw new UsageException("Say what to do: list, remove or allow-clear.");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Shows the accepted certificates, then the servers that had TLS.")
    int list(@Option(names = "--json", description = "One object a line.") boolean json)
            throws UsageException {
        return work(core -> {
            core.certificates().all().forEach(one -> print(json ? object(one) : line(one)));
            core.history().byAddress().forEach(one -> print(json ? object(one) : line(one)));
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = {
                "Accepts the certificates of these servers no longer; the next connection asks",
                "again."
            })
    int remove(
            @Parameters(paramLabel = "HOST:PORT", arity = "1..*", description = "As in the list.")
                    List<String> addresses)
            throws UsageException {
        return work(core -> {
            var gone = new ArrayList<PinnedCertificate>();
            for (String address : addresses) {
                gone.add(
                        core.certificates().all().stream()
                                .filter(one -> one.address().equalsIgnoreCase(address))
                                .findFirst()
                                .orElseThrow(() -> nothing("No certificate", address)));
            }
            core.certificates().remove(gone);
            gone.forEach(one -> print("removed  " + line(one)));
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "allow-clear",
            mixinStandardHelpOptions = true,
            description = {
                "Lets these servers be logged into without TLS again, where a site or URL says so.",
                "Only for servers whose owner has taken TLS away."
            })
    int allowClear(
            @Parameters(paramLabel = "HOST:PORT", arity = "1..*", description = "As in the list.")
                    List<String> addresses)
            throws UsageException {
        return work(core -> {
            var gone = new ArrayList<ServerAddress>();
            for (String address : addresses) {
                gone.add(
                        core.history().byAddress().stream()
                                .map(TlsHistory.Entry::address)
                                .filter(one -> one.toString().equalsIgnoreCase(address))
                                .findFirst()
                                .orElseThrow(() -> nothing("No login with TLS", address)));
            }
            core.history().forget(gone);
            gone.forEach(one -> print("allowed without TLS  " + one));
            return ExitCode.DONE;
        });
    }

    private int work(Work work) throws UsageException {
        return new StoredWork(root, surroundings)
                .run((core, _) -> {
                    int code = work.of(core);
                    core.certificates().notice().ifPresent(surroundings.streams()::say);
                    core.history().notice().ifPresent(surroundings.streams()::say);
                    return code;
                });
    }

    private static UsageException nothing(String what, String address) {
        return new UsageException(
                what
                        + " is known of "
                        + PlainText.name(address)
                        + "; “crossdock certificates list” shows all.");
    }

    private static String line(PinnedCertificate pinned) {
        return "%s  accepted %s  SHA-256 %s  %s"
                .formatted(
                        pinned.address(),
                        CertificateDoubt.day(pinned.accepted()),
                        pinned.fingerprint(),
                        pinned.subject());
    }

    private static String line(TlsHistory.Entry entry) {
        return "%s  with TLS since %s"
                .formatted(entry.address(), CertificateDoubt.day(entry.since()));
    }

    private String object(PinnedCertificate pinned) {
        return objects.line(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("address", pinned.address())
                        .put("kind", "accepted")
                        .put("since", pinned.accepted().toString())
                        .put("sha256", pinned.sha256())
                        .put("subject", pinned.subject()));
    }

    private String object(TlsHistory.Entry entry) {
        return objects.line(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("address", entry.address().toString())
                        .put("kind", "had-tls")
                        .put("since", entry.since().toString()));
    }

    private void print(String line) {
        surroundings.streams().out().println(PlainText.name(line));
    }
}
