package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
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

    /// How long a refused change is not shown again, so that the many jobs of a queue do not ask
    /// one after the other.
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final KnownCertificates known;
    private final Prompts prompts;
    private final TrustMode mode;
    private final InstantSource clock;
    private final SharedQuestions<Place, Answer> questions = new SharedQuestions<>();
    private final SharedQuestions<Place, Change> changes = new SharedQuestions<>();
    private final Map<Place, Refused> refused = new ConcurrentHashMap<>();

    /// The verdict that the user's answer led to, and about which fingerprint.
    private record Answer(String sha256, Verdict verdict) {}

    /// Whether the user accepted this fingerprint in the place of another.
    private record Change(String sha256, boolean accepted) {}

    /// A changed certificate that the user did not accept, and when they said so.
    private record Refused(String sha256, Instant when) {}

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
        Change change = changes.ask(pinned.place(), () -> change(server, presented, pinned));
        if (!change.sha256().equals(presented.sha256())) {
            // The answer is about what another thread was shown by the same server.
            return decide(server, presented);
        }
        return change.accepted()
                ? new Verdict.Accepted()
                : new Verdict.RefusedChanged(presented, pinned);
    }

    private Change change(Server server, Certificate presented, PinnedCertificate pinned)
            throws InterruptedException {
        Instant now = clock.instant();
        Refused before = refused.get(pinned.place());
        if (before != null
                && before.sha256().equals(presented.sha256())
                && now.isBefore(before.when().plus(QUIET))) {
            return new Change(presented.sha256(), false);
        }
        if (!isStillPinned(pinned)) {
            return new Change(presented.sha256(), accepts(server, presented));
        }
        boolean accepted = prompts.changed(server, presented, pinned);
        if (accepted) {
            refused.remove(pinned.place());
            replace(pinned, PinnedCertificate.of(server, presented, clock.instant()));
        } else {
            refused.put(pinned.place(), new Refused(presented.sha256(), clock.instant()));
        }
        return new Change(presented.sha256(), accepted);
    }

    /// Another thread's question may have been answered just before this one was ours to put.
    private boolean isStillPinned(PinnedCertificate pinned) {
        return known.find(pinned.host(), pinned.port()).equals(Optional.of(pinned));
    }

    private void replace(PinnedCertificate old, PinnedCertificate fresh) {
        try {
            known.replace(old, fresh);
        } catch (FailureException e) {
            // Accepted all the same, for this run: the user said so, only the disk did not.
            LOG.warn("{}", e.failure().words(), e);
        }
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
