package dev.crossdock.ui.exchange;

import dev.crossdock.exchange.Export;
import dev.crossdock.exchange.Exported;
import dev.crossdock.exchange.Finding;
import dev.crossdock.exchange.Import;
import dev.crossdock.exchange.Imported;
import dev.crossdock.exchange.Intake;
import dev.crossdock.exchange.MasterPasswords;
import dev.crossdock.exchange.Merge;
import dev.crossdock.exchange.Merge.Merged;
import dev.crossdock.exchange.Packing;
import dev.crossdock.exchange.Parcel;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Settings;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.exchange.ExchangeDialogs.ExportWish;
import dev.crossdock.vault.Vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// Reads and writes files of sites. It works on the disk and may wait for the user, so it is called
/// in the background.
public final class ExchangeDesk {

    private final SiteStore sites;
    private final Settings settings;
    private final SiteSecrets secrets;
    private final PasswordDesk passwords;

    /// @param passwords opens the vault
    public ExchangeDesk(
            SiteStore sites, Settings settings, SiteSecrets secrets, PasswordDesk passwords) {
        this.sites = sites;
        this.settings = settings;
        this.secrets = secrets;
        this.passwords = passwords;
    }

    /// What was saved.
    record Taken(int sites, int passwords, List<Finding> findings) {

        Taken {
            findings = List.copyOf(findings);
        }
    }

    /// What was written.
    record Given(int sites, int passwords, List<Finding> findings) {

        Given {
            findings = List.copyOf(findings);
        }
    }

    List<Site> present() {
        return sites.all();
    }

    /// @throws FailureException if the file is no good, with words for a person
    Imported read(Path file, MasterPasswords masters)
            throws FailureException, InterruptedException {
        return Import.read(content(file), String.valueOf(file.getFileName()), masters);
    }

    /// Whether passwords can be kept now; opens or makes the vault.
    boolean openVault() throws InterruptedException {
        return passwords.openVault();
    }

    /// Whether the saved passwords can be read now. Without a vault there are none.
    boolean openVaultToRead() throws InterruptedException {
        return secrets.vault().state() == Vault.State.ABSENT || passwords.openVault();
    }

    /// Passwords need an open vault.
    ///
    /// @throws FailureException if the disk or the vault refused
    Taken save(ImportViewModel.Wish wish) throws FailureException {
        Merged merged = Merge.into(sites.all(), wish.sites(), wish.groups(), SiteGroup.TOP);
        new Intake(sites, settings, secrets).save(merged);
        return new Taken(merged.sites().size(), secrets(merged.sites()), merged.findings());
    }

    /// Passwords need an open vault.
    ///
    /// @throws FailureException if the disk or the vault refused
    Given write(Path file, ExportWish wish) throws FailureException {
        var packing = new Packing(sites, settings, secrets);
        List<Parcel> parcels = packing.all(wish.passwords());
        try {
            Exported exported = packing.exported(wish.format(), parcels);
            Export.save(exported, file);
            return new Given(parcels.size(), secrets(parcels), exported.findings());
        } finally {
            parcels.forEach(Parcel::wipe);
        }
    }

    private static int secrets(Collection<Parcel> parcels) {
        return (int) parcels.stream().filter(parcel -> parcel.password().isPresent()).count();
    }

    private static byte[] content(Path file) throws FailureException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Import.MOST_BYTES + 1);
        } catch (IOException e) {
            String reason = Files.exists(file) ? "exchange.noPermission" : "exchange.noFile";
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.LOCAL_DISK,
                            "",
                            Strings.text(reason, file),
                            Failure.Remedy.ASK_USER,
                            Strings.text("exchange.chooseOther")),
                    e);
        }
    }
}
