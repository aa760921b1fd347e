package dev.crossdock.ui.certificate;

import dev.crossdock.model.FailureException;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PinnedCertificate;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/// What is accepted, what of it is looked for, and what of it shall no longer be.
public final class CertificatesViewModel {

    private static final int MANY = 8;

    private final KnownCertificates known;
    private final Executor aside;
    private final Executor screen;
    private final ObservableList<PinnedCertificate> all = FXCollections.observableArrayList();
    private final FilteredList<PinnedCertificate> shown = new FilteredList<>(all);
    private final StringProperty wanted = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /// @param aside for work on the disk
    /// @param screen the JavaFX thread
    public CertificatesViewModel(KnownCertificates known, Executor aside, Executor screen) {
        this.known = known;
        this.aside = aside;
        this.screen = screen;
        wanted.subscribe(words -> shown.setPredicate(each -> has(each, words)));
    }

    private interface Change {
        void make() throws FailureException;
    }

    /// Those in which the wanted letters are.
    ObservableList<PinnedCertificate> shown() {
        return shown;
    }

    /// Letters of a host, a port, a subject or a fingerprint.
    StringProperty wantedProperty() {
        return wanted;
    }

    /// Whether they are too many to be looked through by eye.
    ObservableBooleanValue areMany() {
        return Bindings.size(all).greaterThan(MANY);
    }

    /// What the user should know about the file; empty while all is well.
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void load() {
        after(() -> {});
    }

    void remove(List<PinnedCertificate> chosen) {
        List<PinnedCertificate> gone = List.copyOf(chosen);
        after(() -> known.remove(gone));
    }

    private void after(Change change) {
        aside.execute(() -> {
            String refused = "";
            try {
                change.make();
            } catch (FailureException e) {
                refused = e.failure().words();
            }
            show(known.all(), refused.isEmpty() ? known.notice().orElse("") : refused);
        });
    }

    private void show(List<PinnedCertificate> now, String words) {
        screen.execute(() -> {
            all.setAll(now);
            notice.set(words);
        });
    }

    private static boolean has(PinnedCertificate pinned, String wanted) {
        String letters = wanted.strip().toLowerCase(Locale.ROOT);
        return pinned.address().contains(letters)
                || pinned.subject().toLowerCase(Locale.ROOT).contains(letters)
                || pinned.sha256().startsWith(letters)
                || pinned.fingerprint().startsWith(letters);
    }
}
