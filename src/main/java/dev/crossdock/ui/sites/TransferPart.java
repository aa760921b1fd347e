package dev.crossdock.ui.sites;

import dev.crossdock.model.Method;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteRules;
import dev.crossdock.site.SiteRules.Role;
import dev.crossdock.site.SiteRules.Stance;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.SiteSlots;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is wanted of transfers with the site, and how many it takes at once.
final class TransferPart implements Part {

    private final ObjectProperty<Optional<Method>> method =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.ANY);
    private final ObjectProperty<Stance> relay = new SimpleObjectProperty<>(Stance.BY_PAIR);
    private final ObjectProperty<Stance> clear = new SimpleObjectProperty<>(Stance.BY_PAIR);
    private final Typed<OptionalInt> logins = slots("site-logins");
    private final Typed<OptionalInt> uploads = slots("site-uploads");
    private final Typed<OptionalInt> downloads = slots("site-downloads");

    ObjectProperty<Optional<Method>> methodProperty() {
        return method;
    }

    ObjectProperty<Role> roleProperty() {
        return role;
    }

    ObjectProperty<Stance> relayProperty() {
        return relay;
    }

    ObjectProperty<Stance> clearProperty() {
        return clear;
    }

    Typed<OptionalInt> logins() {
        return logins;
    }

    Typed<OptionalInt> uploads() {
        return uploads;
    }

    Typed<OptionalInt> downloads() {
        return downloads;
    }

    @Override
    public void show(Site site) {
        SiteRules rules = site.rules();
        method.set(rules.method());
        role.set(rules.role());
        relay.set(rules.relay());
        clear.set(rules.clear());
    }

    /// What the site takes at once lies with the settings.
    void show(SiteSlots slots) {
        logins.show(Words.number(slots.logins()));
        uploads.show(Words.number(slots.uploads()));
        downloads.show(Words.number(slots.downloads()));
    }

    @Override
    public Site over(Site site) {
        return site.with(new SiteRules(method.get(), role.get(), relay.get(), clear.get()));
    }

    /// @throws IllegalArgumentException if a field makes no sense
    SiteSlots slots() {
        return new SiteSlots(logins.value(), uploads.value(), downloads.value());
    }

    @Override
    public List<Typed<?>> fields() {
        return List.of(logins, uploads, downloads);
    }

    @Override
    public List<ObservableValue<?>> values() {
        return List.of(
                method,
                role,
                relay,
                clear,
                logins.textProperty(),
                uploads.textProperty(),
                downloads.textProperty());
    }

    private static Typed<OptionalInt> slots(String id) {
        return new Typed<>(id, typed -> Words.number(typed, 1, TransferSettings.MOST_SLOTS));
    }
}
