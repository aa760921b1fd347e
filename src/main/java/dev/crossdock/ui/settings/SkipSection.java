package dev.crossdock.ui.settings;

import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.TransferSettings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is not carried over because of its name: a list for everywhere, and one for each site.
final class SkipSection implements Section {

    private final PatternList list = new PatternList(Scope.BOTH);
    private final Trial trial = new Trial();
    private final Map<Optional<SiteId>, List<NamePattern>> lists = new HashMap<>();
    private final ObjectProperty<Optional<SiteId>> where =
            new SimpleObjectProperty<>(Optional.empty());

    SkipSection() {
        where.subscribe((before, now) -> {
            lists.put(before, List.copyOf(list.patterns()));
            list.swap(of(now));
        });
        list.patterns().subscribe(() -> trial.rules(rules()));
        list.candidateProperty().subscribe(_ -> trial.rules(rules()));
    }

    /// The list that is shown.
    PatternList list() {
        return list;
    }

    /// Whose list is shown; empty for everywhere.
    ObjectProperty<Optional<SiteId>> whereProperty() {
        return where;
    }

    Trial trial() {
        return trial;
    }

    @Override
    public void show(TransferSettings settings) {
        lists.clear();
        lists.put(Optional.empty(), settings.skips().everywhere());
        settings.skips().bySite().forEach((site, own) -> lists.put(Optional.of(site), own));
        list.show(of(where.get()));
        trial.rules(rules());
    }

    @Override
    public TransferSettings over(TransferSettings settings) {
        lists.put(where.get(), List.copyOf(list.patterns()));
        var bySite = new HashMap<SiteId, List<NamePattern>>();
        lists.forEach((site, own) ->
                site.filter(_ -> !own.isEmpty()).ifPresent(id -> bySite.put(id, own)));
        return settings.with(new TransferSettings.Skips(of(Optional.empty()), bySite));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return list.pendingProperty();
    }

    /// What holds where the list that is shown does, and would with the pattern being typed.
    private List<NamePattern> rules() {
        List<NamePattern> everywhere = where.get().isPresent() ? of(Optional.empty()) : List.of();
        List<NamePattern> typed = list.candidateProperty().get().stream().toList();
        return Stream.of(everywhere, list.patterns(), typed)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<NamePattern> of(Optional<SiteId> site) {
        return lists.getOrDefault(site, List.of());
    }
}
