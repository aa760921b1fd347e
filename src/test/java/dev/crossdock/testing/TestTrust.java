package dev.crossdock.testing;

import dev.crossdock.ftp.Trust;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Knows some certificates, and answers for the others as the test says.
public final class TestTrust implements Trust {

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<Certificate> asked = new CopyOnWriteArrayList<>();
    private volatile Predicate<Certificate> answer = _ -> false;

    public TestTrust know(ScriptedServer server) {
        return know(server.certificate().sha256());
    }

    /// @param sha256 the fingerprint of a certificate
    public TestTrust know(String sha256) {
        accepted.add(sha256);
        return this;
    }

    /// From now on says this of a certificate that it does not know.
    public TestTrust answer(Predicate<Certificate> other) {
        answer = other;
        return this;
    }

    /// The certificates there was a question about.
    public List<Certificate> asked() {
        return List.copyOf(asked);
    }

    @Override
    public boolean accepts(Server server, Certificate presented) {
        return accepted.contains(presented.sha256());
    }

    @Override
    public Optional<Failure> refusal(Server server, Certificate presented) {
        asked.add(presented);
        if (answer.test(presented)) {
            accepted.add(presented.sha256());
            return Optional.empty();
        }
        return Optional.of(
                Failure.of(
                        Failure.Kind.UNTRUSTED,
                        server.name(),
                        "Not trusted: " + presented.sha256(),
                        Failure.Remedy.ASK_USER,
                        ""));
    }
}
