package dev.crossdock.ui.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.ui.Fx;

import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

class CertificatesTest {

    private Path folder;
    private KnownCertificates known;
    private CertificatesViewModel model;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void accept(@TempDir Path temporary) throws FailureException {
        folder = temporary;
        known = new KnownCertificates(folder.resolve("certificates.json"));
        known.pin(pinned("alpha.test", "CN=Harbour", 'a'));
        known.pin(pinned("beta.test", "CN=beta.test", 'b'));
        known.pin(pinned("2001:db8::1", "CN=gamma", 'c'));
        model = new CertificatesViewModel(known, Runnable::run, Runnable::run);
        model.load();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2001:db8::1 alpha.test beta.test",
        "ALPHA, alpha.test",
        "'  harbour ', alpha.test",
        "bb:bb, beta.test",
        "cccc, 2001:db8::1",
        "]:21, 2001:db8::1",
        "zeta, ''"
    })
    void lettersOfHostSubjectOrFingerprintFindIt(String wanted, String found) {
        model.wantedProperty().set(wanted);
        assertEquals(
                found,
                model.shown().stream()
                        .map(PinnedCertificate::host)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void whatIsRemovedIsGone() {
        model.remove(List.of(model.shown().get(0), model.shown().get(2)));
        assertEquals(known.all(), model.shown());
        assertEquals("alpha.test", model.shown().getFirst().host());
        assertEquals(1, model.shown().size());
    }

    @Test
    void whatTheDiskRefusesIsSaid() throws IOException {
        Files.delete(folder.resolve("certificates.json.lock"));
        Files.createDirectory(folder.resolve("certificates.json.lock"));
        model.remove(List.copyOf(model.shown()));
        assertTrue(model.noticeProperty().get().contains("certificates.json"));
    }

    @Test
    void thereIsASearchWhereThereAreMany() throws FailureException {
        assertFalse(model.areMany().get());
        for (int i = 0; i < 7; i++) {
            known.pin(pinned("host" + i, "CN=host", 'd'));
        }
        model.load();
        assertTrue(model.areMany().get());
    }

    @Test
    void removingAsksFirstAndCopyingGivesTheFingerprint() {
        Fx.run(() -> CertificatesDialog.create(null, model, ZoneOffset.UTC).show(_ -> {}));
        try {
            Fx.run(() -> {
                DialogPane dialog = Fx.dialogs().getFirst();
                assertTrue(((Button) dialog.lookup("#certificates-remove")).isDisabled());
                ((TableView<?>) dialog.lookup("#certificates-table")).getSelectionModel().select(1);
                ((Button) dialog.lookup("#certificates-copy")).fire();
                assertEquals(
                        known.all().get(1).fingerprint(),
                        Clipboard.getSystemClipboard().getString());
                ((Button) dialog.lookup("#certificates-remove")).fire();
            });
            Fx.run(() -> {
                assertEquals(3, known.all().size());
                Fx.button(Fx.dialogs().getLast(), "remove-certificates-dialog-ok").fire();
            });
            assertEquals(2, known.all().size());
        } finally {
            Fx.run(() -> Fx.button(Fx.dialogs().getFirst(), "certificates-dialog-ok").fire());
        }
    }

    private static PinnedCertificate pinned(String host, String subject, char digit) {
        return new PinnedCertificate(
                host, 21, String.valueOf(digit).repeat(64), subject, Instant.EPOCH);
    }
}
