package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;

import java.util.Locale;

/// A saved site in `sites.json`.
final class SiteShape implements Shape<Site> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String list() {
        return "sites";
    }

    @Override
    public String words() {
        return "saved sites";
    }

    @Override
    public Object key(Site site) {
        return site.id();
    }

    @Override
    public void write(Site site, ObjectNode into) {
        Server server = site.server();
        into.put("id", server.id().value())
                .put("name", server.name())
                .put("host", server.host())
                .put("port", server.port())
                .put("tls", server.tls().name().toLowerCase(Locale.ROOT))
                .put("user", server.user());
        site.folder().ifPresent(folder -> into.put("folder", folder.value()));
    }

    @Override
    public Site read(Fields fields) {
        var server =
                new Server(
                        new SiteId(fields.text("id")),
                        fields.text("name"),
                        fields.text("host"),
                        fields.number("port"),
                        fields.choice("tls", TlsMode.class),
                        fields.text("user"));
        return new Site(server, fields.optionalText("folder").map(RemotePath::of));
    }
}
