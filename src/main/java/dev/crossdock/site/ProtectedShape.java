package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.SiteId;
import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

import java.util.List;

/// A server that had TLS, in `protected.json`.
final class ProtectedShape implements Shape<ProtectedServer> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String list() {
        return "protected";
    }

    @Override
    public String words() {
        return "servers that had TLS";
    }

    @Override
    public Object key(ProtectedServer server) {
        return List.of(server.address(), server.site());
    }

    @Override
    public void write(ProtectedServer server, ObjectNode into) {
        into.put("host", server.address().host()).put("port", server.address().port());
        server.site().ifPresent(site -> into.put("site", site.value()));
        into.put("since", server.since().toString());
    }

    @Override
    public ProtectedServer read(Fields fields) {
        return new ProtectedServer(
                new ServerAddress(fields.text("host"), fields.number("port")),
                fields.optionalText("site").map(SiteId::new),
                fields.instant("since"));
    }
}
