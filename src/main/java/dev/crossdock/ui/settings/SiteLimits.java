package dev.crossdock.ui.settings;

import dev.crossdock.model.SiteId;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.SiteSlots;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one site allows at once, as it is being typed.
final class SiteLimits {

    private final SiteId id;
    private final String name;
    private final WholeNumber logins = WholeNumber.orNone(1, TransferSettings.MOST_SLOTS);
    private final WholeNumber uploads = WholeNumber.orNone(1, TransferSettings.MOST_SLOTS);
    private final WholeNumber downloads = WholeNumber.orNone(1, TransferSettings.MOST_SLOTS);
    private final StringBinding summary =
            Bindings.createStringBinding(
                    this::summaryNow,
                    logins.typedProperty(),
                    uploads.typedProperty(),
                    downloads.typedProperty());

    SiteLimits(SiteId id, String name) {
        this.id = id;
        this.name = name;
    }

    SiteId id() {
        return id;
    }

    String name() {
        return name;
    }

    WholeNumber logins() {
        return logins;
    }

    WholeNumber uploads() {
        return uploads;
    }

    WholeNumber downloads() {
        return downloads;
    }

    /// In a few words.
    ObservableStringValue summaryProperty() {
        return summary;
    }

    boolean isWrong() {
        return Stream.of(logins, uploads, downloads).anyMatch(WholeNumber::isWrong);
    }

    void show(SiteSlots slots) {
        logins.show(slots.logins());
        uploads.show(slots.uploads());
        downloads.show(slots.downloads());
    }

    SiteSlots slots() {
        return new SiteSlots(logins.value(), uploads.value(), downloads.value());
    }

    private String summaryNow() {
        if (isWrong()) {
            return Strings.text("settings.sites.wrong");
        }
        String parts =
                Stream.of(
                                part("settings.sites.brief.logins", logins.value()),
                                part("settings.sites.brief.uploads", uploads.value()),
                                part("settings.sites.brief.downloads", downloads.value()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return parts.isEmpty() ? Strings.text("settings.sites.none") : parts;
    }

    private static String part(String key, OptionalInt number) {
        return number.isPresent() ? Strings.count(key, number.getAsInt()) : "";
    }
}
