package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.store.JsonList;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The certificates that the user accepted, one for each host and port.
///
/// Several running Crossdocks may share the file; what one pins the others know at once.
public final class KnownCertificates {

    private static final Comparator<PinnedCertificate> BY_PLACE =
            Comparator.comparing(PinnedCertificate::host).thenComparingInt(PinnedCertificate::port);

    private final JsonList<PinnedCertificate> pinned;

    public KnownCertificates(Path file) {
        this(file, InstantSource.system());
    }

    KnownCertificates(Path file, InstantSource clock) {
        pinned = new JsonList<>(file, new CertificateShape(), clock);
    }

    /// In the order of hosts and ports.
    public List<PinnedCertificate> all() {
        return pinned.all().stream().sorted(BY_PLACE).toList();
    }

    public Optional<PinnedCertificate> find(String host, int port) {
        return find(pinned.all(), new Place(host, port));
    }

    /// Takes the place of what was pinned for that host and port.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void pin(PinnedCertificate certificate) throws FailureException {
        pinned.change(before -> with(before, certificate));
    }

    /// Pins only where nothing is pinned yet, whoever else is about to.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void pinIfNew(PinnedCertificate certificate) throws FailureException {
        pinned.change(before ->
                find(before, certificate.place()).isPresent() ? before : with(before, certificate));
    }

    /// Pins in the place of another, unless that is no longer what is pinned there.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void replace(PinnedCertificate old, PinnedCertificate fresh) throws FailureException {
        pinned.change(before ->
                find(before, old.place()).equals(Optional.of(old)) ? with(before, fresh) : before);
    }

    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void remove(Collection<PinnedCertificate> gone) throws FailureException {
        var places = gone.stream().map(PinnedCertificate::place).collect(Collectors.toSet());
        pinned.change(
                before -> before.stream().filter(one -> !places.contains(one.place())).toList());
    }

    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void remove(String host, int port) throws FailureException {
        pinned.change(before -> without(before, new Place(host, port)));
    }

    /// What the user should know about the file: it was damaged, or something in it was.
    public Optional<String> notice() {
        return pinned.notice();
    }

    private static Optional<PinnedCertificate> find(List<PinnedCertificate> all, Place place) {
        return all.stream().filter(one -> one.place().equals(place)).findFirst();
    }

    private static List<PinnedCertificate> with(
            List<PinnedCertificate> before, PinnedCertificate certificate) {
        var after = new ArrayList<>(without(before, certificate.place()));
        after.add(certificate);
        return after;
    }

    private static List<PinnedCertificate> without(List<PinnedCertificate> before, Place place) {
        return before.stream().filter(one -> !one.place().equals(place)).toList();
    }
}
