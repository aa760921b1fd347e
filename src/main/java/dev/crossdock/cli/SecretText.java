package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.exchange.Parcel;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteSecrets;

import java.util.List;
import java.util.Optional;

/// What the secrets in the vault are for, by the names that they have there.
///
/// @param sites that are there
record SecretText(List<Site> sites) {

    SecretText {
        sites = List.copyOf(sites);
    }

    /// Folders and name of the site, then the secret's name.
    String line(String name) {
        String whose =
                siteOf(name)
                        .map(site -> PlainText.name(new Parcel(site).label()))
                        .orElse("no site any more");
        return whose + "  " + PlainText.name(name);
    }

    String object(String name) {
        Optional<Site> site = siteOf(name);
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("name", name);
        object.put("site", site.map(Site::name).orElse(null));
        var group = object.putArray("group");
        site.map(Site::group).map(SiteGroup::names).orElse(List.of()).forEach(group::add);
        return new Json().line(object);
    }

    private Optional<Site> siteOf(String name) {
        return sites.stream().filter(site -> SiteSecrets.isOf(site.id(), name)).findFirst();
    }
}
