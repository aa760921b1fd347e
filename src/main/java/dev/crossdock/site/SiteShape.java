package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.Method;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.SiteRules.Role;
import dev.crossdock.site.SiteRules.Stance;
import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

import java.util.List;

/// A saved site in `sites.json`. What is as usual is not written.
public final class SiteShape implements Shape<Site> {

    @Override
    public int version() {
        return 2;
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
                .put("tls", Fields.word(server.tls()))
                .put("user", server.user());
        if (!site.group().isTop()) {
            site.group().names().forEach(into.putArray("group")::add);
        }
        site.start().remote().ifPresent(folder -> into.put("folder", folder.value()));
        site.start().local().ifPresent(folder -> into.put("localFolder", folder));
        if (site.colour() != SiteColour.NONE) {
            into.put("colour", Fields.word(site.colour()));
        }
        if (!site.notes().isEmpty()) {
            into.put("notes", site.notes());
        }
        if (!site.bookmarks().isEmpty()) {
            var list = into.putArray("bookmarks");
            site.bookmarks().forEach(bookmark -> write(bookmark, list.addObject()));
        }
        if (!site.rules().equals(SiteRules.USUAL)) {
            write(site.rules(), into.putObject("transfers"));
        }
        if (!server.options().equals(ServerOptions.USUAL)) {
            OptionsShape.write(server.options(), into.putObject("options"));
        }
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
                        fields.text("user"),
                        fields.optionalObject("options")
                                .map(OptionsShape::read)
                                .orElse(ServerOptions.USUAL));
        var start =
                new Start(
                        fields.optionalText("folder").map(RemotePath::of),
                        fields.optionalText("localFolder"));
        return new Site(
                server,
                fields.has("group") ? new SiteGroup(fields.texts("group")) : SiteGroup.TOP,
                fields.has("colour") ? fields.choice("colour", SiteColour.class) : SiteColour.NONE,
                start,
                fields.has("bookmarks")
                        ? fields.objects("bookmarks").stream().map(SiteShape::bookmark).toList()
                        : List.of(),
                fields.optionalObject("transfers").map(SiteShape::rules).orElse(SiteRules.USUAL),
                fields.optionalText("notes").orElse(""));
    }

    private static void write(Bookmark bookmark, ObjectNode into) {
        into.put("name", bookmark.name());
        bookmark.remote().ifPresent(folder -> into.put("folder", folder.value()));
        bookmark.local().ifPresent(folder -> into.put("localFolder", folder));
    }

    private static Bookmark bookmark(Fields fields) {
        return new Bookmark(
                fields.text("name"),
                fields.optionalText("folder").map(RemotePath::of),
                fields.optionalText("localFolder"));
    }

    private static void write(SiteRules rules, ObjectNode into) {
        rules.method().ifPresent(method -> into.put("method", method.word()));
        into.put("role", Fields.word(rules.role()))
                .put("relay", Fields.word(rules.relay()))
                .put("clear", Fields.word(rules.clear()));
    }

    private static SiteRules rules(Fields fields) {
        return new SiteRules(
                fields.optionalText("method").map(SiteShape::method),
                fields.choice("role", Role.class),
                fields.choice("relay", Stance.class),
                fields.choice("clear", Stance.class));
    }

    private static Method method(String word) {
        return Method.ofWord(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no method “" + word + "”."));
    }
}
