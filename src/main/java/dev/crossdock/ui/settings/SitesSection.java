package dev.crossdock.ui.settings;

import dev.crossdock.model.SiteId;
import dev.crossdock.site.Site;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.SiteSlots;
import dev.crossdock.site.TransferSettings.Slots;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much each site allows at once.
final class SitesSection implements Section {

    private final ObservableList<SiteLimits> sites =
            FXCollections.observableArrayList(site -> new Observable[] {site.summaryProperty()});
    private final ObservableList<SiteLimits> unmodifiable =
            FXCollections.unmodifiableObservableList(sites);
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private Map<SiteId, SiteSlots> shown = Map.of();

    SitesSection(List<Site> saved) {
        sites.setAll(saved.stream().map(site -> new SiteLimits(site.id(), site.name())).toList());
        for (SiteLimits site : sites) {
            site.summaryProperty()
                    .subscribe(_ -> wrong.set(sites.stream().anyMatch(SiteLimits::isWrong)));
        }
    }

    ObservableList<SiteLimits> sites() {
        return unmodifiable;
    }

    @Override
    public void show(TransferSettings settings) {
        shown = settings.slots().bySite();
        sites.forEach(site -> site.show(settings.slots().of(site.id())));
    }

    /// What was said of a site that is no longer saved stays, as long as its jobs may be there.
    @Override
    public TransferSettings over(TransferSettings settings) {
        var bySite = new HashMap<>(shown);
        for (SiteLimits site : sites) {
            if (site.slots().equals(SiteSlots.UNBOUNDED)) {
                bySite.remove(site.id());
            } else {
                bySite.put(site.id(), site.slots());
            }
        }
        Slots slots = settings.slots();
        return settings.with(new Slots(slots.betweenTwo(), slots.inAll(), bySite));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return wrong.getReadOnlyProperty();
    }
}
