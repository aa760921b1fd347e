package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;

import dev.crossdock.exchange.Parcel;
import dev.crossdock.model.Server;
import dev.crossdock.site.Site;

import java.util.ArrayList;
import java.util.List;

/// Saved sites for a person, with nothing in them that moves a terminal. Pure.
final class SiteText {

    private SiteText() {}

    /// Folders and name, then where it is.
    static String line(Site site) {
        Server server = site.server();
        String scheme =
                switch (server.tls()) {
                    case EXPLICIT -> "ftpes";
                    case IMPLICIT -> "ftps-implicit";
                    case CLEAR -> "ftp";
                };
        return PlainText.name(new Parcel(site).label())
                + "  "
                + PlainText.name(scheme + "://" + server.user() + "@" + server.address());
    }

    /// One line for each field, those within others by both names.
    static List<String> fields(JsonNode object) {
        var lines = new ArrayList<String>();
        add("", object, lines);
        return lines;
    }

    private static void add(String path, JsonNode value, List<String> lines) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            add(
                                    path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                                    field.getValue(),
                                    lines));
        } else if (value.isArray()) {
            value.forEach(each -> add(path, each, lines));
        } else {
            lines.add(path + "  " + PlainText.name(value.asText()));
        }
    }
}
