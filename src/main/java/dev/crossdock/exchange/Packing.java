package dev.crossdock.exchange;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.site.Settings;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what goes out of what is kept; [Intake] is the way in. Touches the disk.
public final class Packing {

    private final SiteStore sites;
    private final Settings settings;
    private final SiteSecrets secrets;

    public Packing(SiteStore sites, Settings settings, SiteSecrets secrets) {
        this.sites = sites;
        this.settings = settings;
        this.secrets = secrets;
    }

    /// All sites, for the caller to wipe; passwords need an open vault.
    ///
    /// @throws FailureException if the vault refused; nothing is left to wipe then
    public List<Parcel> all(boolean withPasswords) throws FailureException {
        var slots = settings.current().slots();
        var parcels = new ArrayList<Parcel>();
        try {
            for (Site site : sites.all()) {
                Optional<char[]> password = withPasswords ? password(site) : Optional.empty();
                parcels.add(new Parcel(site, slots.of(site.id()).logins(), password));
            }
            return parcels;
        } catch (FailureException refused) {
            parcels.forEach(Parcel::wipe);
            throw refused;
        }
    }

    /// The parcels with all folders, as that program reads them.
    public Exported exported(Format format, List<Parcel> parcels) throws FailureException {
        return format == Format.CROSSDOCK
                ? Export.crossdock(parcels, sites.groups())
                : Export.fileZilla(parcels, sites.groups());
    }

    private Optional<char[]> password(Site site) throws FailureException {
        return secrets.isStored(site.server(), SecretKind.PASSWORD)
                ? secrets.find(site.server(), SecretKind.PASSWORD)
                : Optional.empty();
    }
}
