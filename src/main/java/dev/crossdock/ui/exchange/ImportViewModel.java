package dev.crossdock.ui.exchange;

import dev.crossdock.exchange.Finding;
import dev.crossdock.exchange.Imported;
import dev.crossdock.exchange.Merge;
import dev.crossdock.exchange.Parcel;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a file holds, and what of it the user wants.
final class ImportViewModel {

    private final String file;
    private final Imported imported;
    private final List<ImportRow> rows;
    private final ReadOnlyIntegerWrapper wanted = new ReadOnlyIntegerWrapper();
    private final BooleanProperty passwords = new SimpleBooleanProperty(true);

    /// What is to be saved.
    ///
    /// @param sites with their passwords, if those are wanted
    /// @param groups the folders that hold no site
    record Wish(List<Parcel> sites, List<SiteGroup> groups) {

        Wish {
            sites = List.copyOf(sites);
            groups = List.copyOf(groups);
        }

        boolean hasPasswords() {
            return sites.stream().anyMatch(parcel -> parcel.password().isPresent());
        }

        Wish withoutPasswords() {
            return new Wish(sites.stream().map(ImportViewModel::bare).toList(), groups);
        }
    }

    /// @param present the sites that are saved already
    ImportViewModel(String file, Imported imported, Collection<Site> present) {
        this.file = file;
        this.imported = imported;
        rows = rows(imported, present);
        rows.forEach(row -> row.wantedProperty().subscribe(this::count));
        count();
    }

    List<ImportRow> rows() {
        return rows;
    }

    /// Which file of which program.
    String title() {
        return Strings.text("exchange.import.title", imported.format().label(), file);
    }

    /// How much there is, and of what a part is left out.
    String summary() {
        long possible = rows.stream().filter(row -> row.parcel().isPresent()).count();
        long left = rows.size() - possible;
        var parts = new ArrayList<String>();
        parts.add(Strings.count("exchange.summary.possible", possible));
        if (left > 0) {
            parts.add(Strings.count("exchange.summary.left", left));
        }
        long raised = imported.findings().stream().filter(Finding.Raised.class::isInstance).count();
        if (raised > 0) {
            parts.add(Strings.count("exchange.summary.raised", raised));
        }
        return String.join(" ", parts);
    }

    /// What is to be said of no site in particular: of folders, of the file as a whole.
    String remarks() {
        Set<Finding> ofSites =
                imported.sites().stream()
                        .flatMap(parcel -> imported.about(parcel).stream())
                        .collect(Collectors.toSet());
        return imported.findings().stream()
                .filter(finding -> !ofSites.contains(finding) && !isRow(finding))
                .map(Finding::words)
                .collect(Collectors.joining(" "));
    }

    /// How many sites have a password that could be kept.
    long passwords() {
        return rows.stream()
                .flatMap(row -> row.parcel().stream())
                .filter(parcel -> parcel.password().isPresent())
                .count();
    }

    BooleanProperty passwordsProperty() {
        return passwords;
    }

    /// How many sites have a tick.
    ReadOnlyIntegerProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    void want(boolean all) {
        rows.stream()
                .filter(row -> row.parcel().isPresent())
                .forEach(row -> row.wantedProperty().set(all));
    }

    Wish wish() {
        var wish =
                new Wish(
                        rows.stream()
                                .filter(ImportRow::isWanted)
                                .flatMap(row -> row.parcel().stream())
                                .toList(),
                        imported.groups());
        return passwords.get() ? wish : wish.withoutPasswords();
    }

    /// Wipes the passwords that were read.
    void wipe() {
        imported.wipe();
    }

    private void count() {
        wanted.set((int) rows.stream().filter(ImportRow::isWanted).count());
    }

    private static List<ImportRow> rows(Imported imported, Collection<Site> present) {
        Set<SiteId> fresh =
                Merge.into(present, imported.sites(), List.of(), SiteGroup.TOP).sites().stream()
                        .map(parcel -> parcel.site().id())
                        .collect(Collectors.toSet());
        var rows = new ArrayList<ImportRow>();
        for (Parcel parcel : imported.sites()) {
            List<Finding> about =
                    imported.about(parcel).stream()
                            .filter(finding -> !(finding instanceof Finding.Skipped))
                            .toList();
            rows.add(
                    fresh.contains(parcel.site().id())
                            ? ImportRow.of(parcel, about)
                            : ImportRow.present(parcel));
        }
        for (Finding finding : imported.findings()) {
            if (finding instanceof Finding.Skipped skipped && isRow(finding)) {
                rows.add(ImportRow.skipped(skipped));
            }
        }
        return List.copyOf(rows);
    }

    private static boolean isRow(Finding finding) {
        return finding instanceof Finding.Skipped && !finding.site().isEmpty();
    }

    private static Parcel bare(Parcel parcel) {
        return new Parcel(parcel.site(), parcel.connections(), Optional.empty());
    }
}
