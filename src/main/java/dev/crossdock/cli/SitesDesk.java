package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.exchange.Parcel;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteShape;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/// What `crossdock sites` does with the sites that are there.
final class SitesDesk {

    private final Core core;
    private final TerminalPrompts prompts;
    private final Streams streams;
    private final boolean json;
    private final Json objects = new Json();

    SitesDesk(Core core, TerminalPrompts prompts, Streams streams, boolean json) {
        this.core = core;
        this.prompts = prompts;
        this.streams = streams;
        this.json = json;
    }

    int list() {
        for (Site site : core.sites().all()) {
            print(json ? objects.line(object(site)) : SiteText.line(site));
        }
        streams.out().flush();
        return ExitCode.DONE;
    }

    int show(String name) throws UsageException {
        ObjectNode object = object(find(name));
        if (json) {
            print(objects.line(object));
        } else {
            SiteText.fields(object).forEach(this::print);
        }
        streams.out().flush();
        return ExitCode.DONE;
    }

    /// All or, where one of the names is wrong, none.
    int remove(List<String> names) throws UsageException, FailureException, InterruptedException {
        var sites = new LinkedHashSet<Site>();
        for (String name : names) {
            sites.add(find(name));
        }
        if (sites.stream().anyMatch(this::hasSecret)) {
            new VaultOpening(prompts)
                    .open(
                            core.secrets().vault(),
                            "Nothing was removed: a password of these sites lies in the vault.");
            core.secrets().forget(sites.stream().map(Site::id).toList());
        }
        for (Site site : sites) {
            core.sites().remove(site.id());
            print(json ? objects.line(object(site)) : "removed  " + SiteText.line(site));
        }
        streams.out().flush();
        return ExitCode.DONE;
    }

    private boolean hasSecret(Site site) {
        return Arrays.stream(SecretKind.values())
                .anyMatch(kind -> core.secrets().isStored(site.server(), kind));
    }

    private Site find(String typed) throws UsageException {
        List<Site> found = all(site -> new Parcel(site).label().equals(typed));
        if (found.size() > 1) {
            throw new UsageException(
                    "Several sites are called " + typed + "; give them other names first.");
        }
        if (found.isEmpty()) {
            found = all(site -> site.name().equals(typed));
        }
        if (found.size() > 1) {
            throw new UsageException(
                    "Several sites have the name " + typed + "; write FOLDER/NAME.");
        }
        if (found.isEmpty()) {
            return core.sites()
                    .named(typed)
                    .orElseThrow(() ->
                            new UsageException(
                                    "There is no site "
                                            + typed
                                            + "; “crossdock sites list” shows all."));
        }
        return found.getFirst();
    }

    private List<Site> all(Predicate<Site> wanted) {
        return core.sites().all().stream().filter(wanted).toList();
    }

    private ObjectNode object(Site site) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new SiteShape().write(site, object);
        object.put("passwordStored", core.secrets().isStored(site.server(), SecretKind.PASSWORD));
        core.settings()
                .current()
                .slots()
                .of(site.id())
                .logins()
                .ifPresent(most -> object.put("connections", most));
        return object;
    }

    private void print(String line) {
        streams.out().print(line + "\n");
    }
}
