package dev.crossdock.ui.sites;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.TransferSettings.SiteSlots;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/// The form for one site: what is typed, whether it was changed, and whether it makes sense.
final class SiteFormViewModel {

    /// The pages in their order.
    enum Page {
        GENERAL,
        FOLDERS,
        TRANSFERS,
        CONNECTION
    }

    /// @param field the id of its control
    record Flaw(Page page, String field, String words) {}

    private final GeneralPart general = new GeneralPart();
    private final FolderPart folders = new FolderPart();
    private final TransferPart transfers = new TransferPart();
    private final ConnectionPart connection = new ConnectionPart(this::usualPort);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
    private Site base = Blank.site(Blank.server("anonymous"));
    private BiPredicate<Server, SecretKind> isKept = (_, _) -> false;
    private List<Object> before = List.of();
    private boolean filling;

    SiteFormViewModel() {
        values().forEach(value -> value.addListener((_, _, _) -> look()));
    }

    GeneralPart general() {
        return general;
    }

    FolderPart folders() {
        return folders;
    }

    TransferPart transfers() {
        return transfers;
    }

    ConnectionPart connection() {
        return connection;
    }

    Part part(Page page) {
        return switch (page) {
            case GENERAL -> general;
            case FOLDERS -> folders;
            case TRANSFERS -> transfers;
            case CONNECTION -> connection;
        };
    }

    /// Whether something would be lost if the form were filled anew.
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Whether the site was never saved.
    ReadOnlyBooleanProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /// The site as it was before anything was changed.
    Site base() {
        return base;
    }

    /// Fills the form with a saved site.
    void open(Site site, SiteSlots slots) {
        fill(site, slots, false);
    }

    /// Empties the form for a site to come.
    void begin(SiteGroup group) {
        Server server = Blank.server(SiteId.random(), "anonymous");
        fill(Blank.site(server).in(group), SiteSlots.UNBOUNDED, true);
    }

    /// The first thing that makes no sense; from now on each says so.
    Optional<Flaw> flaw() {
        Optional<Flaw> first = Optional.empty();
        for (Page page : Page.values()) {
            for (Typed<?> field : part(page).fields()) {
                if (field.isWrong() && first.isEmpty()) {
                    first = Optional.of(new Flaw(page, field.id(), field.problemProperty().get()));
                }
            }
        }
        return first;
    }

    /// @throws IllegalArgumentException if a field makes no sense
    Site site() {
        Site site = base;
        for (Page page : Page.values()) {
            site = part(page).over(site);
        }
        return site;
    }

    /// @throws IllegalArgumentException if a field makes no sense
    SiteSlots slots() {
        return transfers.slots();
    }

    /// What is to become of the secrets.
    Map<SecretKind, SecretField.Order> secrets() {
        var orders = new EnumMap<SecretKind, SecretField.Order>(SecretKind.class);
        secretFields().forEach((field, wanted) -> orders.put(field.kind(), field.order(wanted)));
        return orders;
    }

    /// @param kept whether a secret is kept for a login; asked at each key stroke
    void know(BiPredicate<Server, SecretKind> kept) {
        isKept = kept;
        lookForSecrets();
    }

    /// Looks again which secrets are kept for the login that is typed.
    private void lookForSecrets() {
        Optional<Server> server = server();
        for (SecretField field : secretFields().keySet()) {
            field.kept(server.filter(typed -> isKept.test(typed, field.kind())).isPresent());
        }
    }

    private Map<SecretField, Boolean> secretFields() {
        return Map.of(
                general.password(),
                general.wantsPassword(),
                general.passPhrase(),
                general.wantsPassPhrase(),
                connection.proxyPassword(),
                connection.proxy().isUsed());
    }

    private void fill(Site site, SiteSlots slots, boolean isFresh) {
        filling = true;
        base = site;
        for (Page page : Page.values()) {
            part(page).show(site);
        }
        transfers.show(slots);
        if (isFresh) {
            general.blank();
        }
        fresh.set(isFresh);
        filling = false;
        before = now();
        look();
    }

    private void look() {
        if (!filling) {
            changed.set(!now().equals(before));
            lookForSecrets();
        }
    }

    private Optional<Server> server() {
        try {
            return Optional.of(connection.over(general.over(base)).server());
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }

    private int usualPort() {
        try {
            return general.port().value();
        } catch (IllegalArgumentException wrong) {
            return general.tlsProperty().get().defaultPort();
        }
    }

    private List<Object> now() {
        return values().stream().<Object>map(ObservableValue::getValue).toList();
    }

    private List<ObservableValue<?>> values() {
        return List.of(general, folders, transfers, connection).stream()
                .flatMap((Part part) -> part.values().stream())
                .toList();
    }
}
