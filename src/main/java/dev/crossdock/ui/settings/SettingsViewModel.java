package dev.crossdock.ui.settings;

import dev.crossdock.site.Site;
import dev.crossdock.site.TransferSettings;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;

import java.util.List;

/// A draft of the settings for transfers: nothing of it holds before it is saved.
///
/// All methods are called on the JavaFX thread.
public final class SettingsViewModel {

    private final TransferSettings opened;
    private final List<Site> sites;
    private final ExistsSection exists = new ExistsSection();
    private final CopiesSection copies = new CopiesSection();
    private final SkipSection skip = new SkipSection();
    private final OrderSection order = new OrderSection();
    private final QueueSection queue = new QueueSection();
    private final SitesSection limits;
    private final ThenSection then = new ThenSection();
    private final LockingSection locking = new LockingSection();
    private final UpdatesSection updates = new UpdatesSection();
    private final BooleanBinding right;

    /// @param opened what holds now
    public SettingsViewModel(TransferSettings opened, List<Site> sites) {
        this.opened = opened;
        this.sites = List.copyOf(sites);
        this.limits = new SitesSection(sites);
        sections().forEach(section -> section.show(opened));
        right =
                Bindings.createBooleanBinding(
                        () -> sections().stream().noneMatch(each -> each.wrong().get()),
                        sections().stream().map(Section::wrong).toArray(Observable[]::new));
    }

    ExistsSection exists() {
        return exists;
    }

    CopiesSection copies() {
        return copies;
    }

    SkipSection skip() {
        return skip;
    }

    OrderSection order() {
        return order;
    }

    QueueSection queue() {
        return queue;
    }

    SitesSection limits() {
        return limits;
    }

    ThenSection then() {
        return then;
    }

    LockingSection locking() {
        return locking;
    }

    UpdatesSection updates() {
        return updates;
    }

    List<Site> sites() {
        return sites;
    }

    /// Whether the draft can be saved.
    ObservableBooleanValue rightProperty() {
        return right;
    }

    /// Puts what holds for who has changed nothing into one tab.
    void restore(Section section) {
        section.show(TransferSettings.usual());
    }

    /// The parts that are other than they were; asked for only while all is right.
    List<TransferSettings.Part> changed() {
        TransferSettings draft = opened;
        for (Section section : sections()) {
            draft = section.over(draft);
        }
        return draft.unlike(opened);
    }

    private List<Section> sections() {
        return List.of(exists, copies, skip, order, queue, limits, then, locking, updates);
    }
}
