package dev.crossdock.ui.exchange;

import dev.crossdock.exchange.Finding;
import dev.crossdock.exchange.Parcel;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One site of a file, and whether the user wants it.
final class ImportRow {

    private final String name;
    private final SiteGroup group;
    private final String server;
    private final String words;
    private final Optional<Parcel> parcel;
    private final BooleanProperty wanted = new SimpleBooleanProperty();

    private ImportRow(
            String name, SiteGroup group, String server, String words, Optional<Parcel> parcel) {
        this.name = name;
        this.group = group;
        this.server = server;
        this.words = words;
        this.parcel = parcel;
        wanted.set(parcel.isPresent());
    }

    /// A site that can be taken.
    static ImportRow of(Parcel parcel, List<Finding> findings) {
        String told =
                findings.stream()
                        .filter(finding -> !(finding instanceof Finding.Taken))
                        .map(Finding::message)
                        .collect(Collectors.joining(" "));
        String asItIs =
                Strings.text(
                        parcel.password().isPresent()
                                ? "exchange.row.withPassword"
                                : "exchange.row.taken");
        return new ImportRow(
                parcel.site().name(),
                parcel.site().group(),
                parcel.site().server().address(),
                told.isEmpty() ? asItIs : told,
                Optional.of(parcel));
    }

    /// A site that was saved before; it stays as it is.
    static ImportRow present(Parcel parcel) {
        return new ImportRow(
                parcel.site().name(),
                parcel.site().group(),
                parcel.site().server().address(),
                Strings.text("exchange.row.present"),
                Optional.empty());
    }

    /// A site that nothing can be made of.
    static ImportRow skipped(Finding.Skipped finding) {
        return new ImportRow(
                finding.site(),
                SiteGroup.TOP,
                "",
                Strings.text("exchange.row.skipped", finding.message()),
                Optional.empty());
    }

    String name() {
        return name;
    }

    SiteGroup group() {
        return group;
    }

    String server() {
        return server;
    }

    /// What becomes of it.
    String words() {
        return words;
    }

    /// What would be saved; empty for a row that cannot be ticked.
    Optional<Parcel> parcel() {
        return parcel;
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    boolean isWanted() {
        return parcel.isPresent() && wanted.get();
    }
}
