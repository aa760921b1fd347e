package dev.crossdock.exchange;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Settings;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.TransferSettings.SiteSlots;
import dev.crossdock.site.TransferSettings.Slots;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Puts what was merged where it is kept. Touches the disk.
public final class Intake {

    private final SiteStore sites;
    private final Settings settings;
    private final SiteSecrets secrets;

    public Intake(SiteStore sites, Settings settings, SiteSecrets secrets) {
        this.sites = sites;
        this.settings = settings;
        this.secrets = secrets;
    }

    /// Passwords first, so that no site is there without its own; they need an open vault.
    ///
    /// @throws FailureException if the disk or the vault refused
    public void save(Merge.Merged merged) throws FailureException {
        keepPasswords(merged.sites());
        sites.saveAll(merged.sites().stream().map(Parcel::site).toList(), merged.groups());
        Map<SiteId, SiteSlots> slots = slots(merged.sites());
        if (!slots.isEmpty()) {
            settings.change(now -> {
                var all = new HashMap<>(now.slots().bySite());
                all.putAll(slots);
                return now.with(new Slots(now.slots().betweenTwo(), now.slots().inAll(), all));
            });
        }
    }

    private void keepPasswords(List<Parcel> parcels) throws FailureException {
        var passwords = new LinkedHashMap<Server, char[]>();
        for (Parcel parcel : parcels) {
            parcel.password().ifPresent(secret -> passwords.put(parcel.site().server(), secret));
        }
        if (!passwords.isEmpty()) {
            secrets.keepAll(SecretKind.PASSWORD, passwords);
        }
    }

    private static Map<SiteId, SiteSlots> slots(List<Parcel> parcels) {
        var slots = new HashMap<SiteId, SiteSlots>();
        for (Parcel parcel : parcels) {
            if (parcel.connections().isPresent()) {
                slots.put(
                        parcel.site().id(),
                        new SiteSlots(
                                parcel.connections(), OptionalInt.empty(), OptionalInt.empty()));
            }
        }
        return slots;
    }
}
