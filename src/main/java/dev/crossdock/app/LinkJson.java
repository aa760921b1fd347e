package dev.crossdock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.WireText;
import dev.crossdock.site.ServerLink;
import dev.crossdock.store.Fields;

import java.util.Base64;
import java.util.Locale;

/// A link on its way to the window, in this process or in the one that runs already.
final class LinkJson {

    private LinkJson() {}

    static ObjectNode write(ServerLink link) {
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("tls", link.tls().name().toLowerCase(Locale.ROOT))
                        .put("host", link.host())
                        .put("port", link.port())
                        .put("user", link.user())
                        .put("hadPassword", link.hadPassword());
        // The bytes: a name that is not UTF-8 cannot be text in JSON.
        link.folder().ifPresent(folder -> json.put("folder", WireText.encode(folder.value())));
        return json;
    }

    /// @throws IllegalArgumentException if it is none, with words for a person
    static ServerLink read(JsonNode json) {
        var fields = new Fields(json);
        return new ServerLink(
                fields.choice("tls", TlsMode.class),
                fields.text("host"),
                fields.number("port"),
                fields.text("user"),
                fields.optionalText("folder")
                        .map(bytes -> WireText.decode(Base64.getDecoder().decode(bytes)))
                        .map(RemotePath::of),
                fields.flag("hadPassword"));
    }
}
