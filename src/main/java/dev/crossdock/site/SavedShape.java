package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

/// A site or a folder in `sites.json`.
final class SavedShape implements Shape<Saved> {

    private static final String GROUP = "group";

    private final SiteShape sites = new SiteShape();

    @Override
    public int version() {
        return sites.version();
    }

    @Override
    public String list() {
        return sites.list();
    }

    @Override
    public String words() {
        return sites.words();
    }

    @Override
    public Object key(Saved saved) {
        return switch (saved) {
            case Site site -> site.id();
            case SiteGroup group -> group;
        };
    }

    @Override
    public void write(Saved saved, ObjectNode into) {
        switch (saved) {
            case Site site -> sites.write(site, into);
            case SiteGroup group -> group.names().forEach(into.putArray(GROUP)::add);
        }
    }

    /// A folder is an entry with nothing but its name.
    @Override
    public Saved read(Fields fields) {
        return fields.has(GROUP) && !fields.has("id")
                ? new SiteGroup(fields.texts(GROUP))
                : sites.read(fields);
    }
}
