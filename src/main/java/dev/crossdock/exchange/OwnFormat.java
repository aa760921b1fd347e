package dev.crossdock.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteShape;
import dev.crossdock.store.Content;
import dev.crossdock.store.Fields;
import dev.crossdock.store.JsonFormat;

import java.io.IOException;
import java.util.Collection;

/// Sites as `sites.json` has them, each with what is not kept there. That file can be read too.
final class OwnFormat {

    private static final String GROUP = "group";
    private static final String CONNECTIONS = "connections";
    private static final String PASSWORD = "password";

    private final SiteShape shape = new SiteShape();
    private final JsonFormat format = new JsonFormat(shape.version(), shape.list());

    void read(byte[] content, Harvest harvest) throws BadFileException, InterruptedException {
        ObjectNode root =
                switch (format.parse(content)) {
                    case Content.Good(ObjectNode good) -> good;
                    case Content.Bad(String why) -> throw new BadFileException(why);
                    case Content.Absent _ -> throw new BadFileException("it is empty");
                };
        for (JsonNode entry : root.path(shape.list())) {
            if (entry.has(GROUP) && !entry.has("host")) {
                group(entry, harvest);
            } else {
                String name = entry.path("name").asText("");
                harvest.site(groupOf(entry), name, draft -> site(entry, draft));
            }
        }
    }

    byte[] write(Collection<Parcel> parcels, Collection<SiteGroup> groups) throws IOException {
        ObjectNode root = format.root();
        ArrayNode list = root.putArray(shape.list());
        for (SiteGroup group : groups) {
            if (!group.isTop()) {
                group.names().forEach(list.addObject().putArray(GROUP)::add);
            }
        }
        for (Parcel parcel : parcels) {
            ObjectNode entry = list.addObject();
            shape.write(parcel.site(), entry);
            parcel.connections().ifPresent(most -> entry.put(CONNECTIONS, most));
            parcel.password().ifPresent(secret -> entry.put(PASSWORD, String.valueOf(secret)));
        }
        return format.bytes(root);
    }

    private void site(JsonNode entry, Draft draft) throws UnusableSiteException {
        try {
            var fields = new Fields(entry);
            Site site = shape.read(fields);
            draft.whole(new Parcel(site).afresh().site());
            fields.optionalNumber(CONNECTIONS).ifPresent(draft::connections);
            fields.optionalText(PASSWORD).ifPresent(secret -> draft.password(secret.toCharArray()));
        } catch (IllegalArgumentException e) {
            throw new UnusableSiteException(String.valueOf(e.getMessage()));
        }
    }

    private static void group(JsonNode entry, Harvest harvest) {
        try {
            harvest.folder(new SiteGroup(new Fields(entry).texts(GROUP)));
        } catch (IllegalArgumentException e) {
            harvest.note(new Finding.Skipped("", "A folder: " + e.getMessage()));
        }
    }

    /// For its label; what is wrong with it is said when the site is read.
    private static SiteGroup groupOf(JsonNode entry) {
        try {
            return entry.has(GROUP) ? new SiteGroup(new Fields(entry).texts(GROUP)) : SiteGroup.TOP;
        } catch (IllegalArgumentException bad) {
            return SiteGroup.TOP;
        }
    }
}
