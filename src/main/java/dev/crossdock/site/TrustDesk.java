package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decides whether a certificate is good enough to go on.
///
/// What the user accepted counts for more than any root: where something is pinned, only that will
/// do. Dates do not decide here; they are shown with the question, see
/// [dev.crossdock.site.CertificateDoubt].
public final class TrustDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TrustDesk.class);

    private final KnownCertificates known;
    private final Prompts prompts;
    private final TrustMode mode;
    private final InstantSource clock;
    private final SharedQuestions<Place, Answer> questions = new SharedQuestions<>();
    private final Map<Place, String> told = new ConcurrentHashMap<>();

    /// The verdict that the user's answer led to, and about which fingerprint.
    private record Answer(String sha256, Verdict verdict) {}

    public TrustDesk(
            KnownCertificates known, Prompts prompts, TrustMode mode, InstantSource clock) {
        this.known = known;
        this.prompts = prompts;
        this.mode = mode;
        this.clock = clock;
    }

    /// Whether the certificate is accepted already; asks nobody.
    public boolean accepts(Server server, Certificate presented) {
        return known.find(server.host(), server.port())
                .map(pinned -> pinned.isSame(presented))
                .orElse(presented.trustedByRoots());
    }

    /// May wait for the user's answer; several threads wait for one and the same.
    public Verdict decide(Server server, Certificate presented) throws InterruptedException {
        Optional<PinnedCertificate> pinned = known.find(server.host(), server.port());
        if (pinned.isPresent()) {
            return compared(server, presented, pinned.get());
        }
        if (presented.trustedByRoots()) {
            return new Verdict.Accepted();
        }
        return switch (mode) {
            case ASK -> asked(server, presented);
            case NEW -> pinned(server, presented);
            case KNOWN -> new Verdict.RefusedUnknown(presented);
        };
    }

    private Verdict compared(Server server, Certificate presented, PinnedCertificate pinned)
            throws InterruptedException {
        if (pinned.isSame(presented)) {
            return new Verdict.Accepted();
        }
        // Told once for each new certificate, not by every job that runs into it.
        if (!presented.sha256().equals(told.put(pinned.place(), presented.sha256()))) {
            prompts.changed(server, presented, pinned);
        }
        return new Verdict.RefusedChanged(presented, pinned);
    }

    private Verdict asked(Server server, Certificate presented) throws InterruptedException {
        Answer answer = questions.ask(Place.of(server), () -> answer(server, presented));
        // The answer may be about what another thread was shown by the same server.
        return answer.sha256().equals(presented.sha256())
                ? answer.verdict()
                : decide(server, presented);
    }

    private Answer answer(Server server, Certificate presented) throws InterruptedException {
        // Another thread's question may have been answered just before this one was ours to put.
        var pinned = known.find(server.host(), server.port());
        Verdict verdict;
        if (pinned.isPresent()) {
            verdict = compared(server, presented, pinned.get());
        } else if (prompts.trust(server, presented)) {
            verdict = pinned(server, presented);
        } else {
            verdict = new Verdict.RefusedUnknown(presented);
        }
        return new Answer(presented.sha256(), verdict);
    }

    private Verdict pinned(Server server, Certificate presented) throws InterruptedException {
        var wanted = PinnedCertificate.of(server, presented, clock.instant());
        try {
            known.pinIfNew(wanted);
        } catch (FailureException e) {
            // Accepted all the same, for this run: the user said so, only the disk did not.
            LOG.warn("{}", e.failure().words(), e);
        }
        var now = known.find(server.host(), server.port()).orElse(wanted);
        return compared(server, presented, now);
    }
}
