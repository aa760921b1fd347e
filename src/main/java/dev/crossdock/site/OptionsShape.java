package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.Logon;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsRules;
import dev.crossdock.store.Fields;

import java.time.Duration;
import java.util.List;

/// How to talk to a server, in `sites.json`. What is as usual is not written.
final class OptionsShape {

    private OptionsShape() {}

    static void write(ServerOptions options, ObjectNode into) {
        var usual = ServerOptions.USUAL;
        if (!options.others().isEmpty()) {
            var list = into.putArray("addresses");
            options.others().forEach(address -> write(address, list.addObject()));
        }
        if (!options.logon().equals(usual.logon())) {
            var logon = into.putObject("logon").put("kind", Fields.word(options.logon().kind()));
            options.logon().account().ifPresent(account -> logon.put("account", account));
            options.logon().certificate().ifPresent(file -> logon.put("certificate", file));
        }
        if (!options.data().equals(usual.data())) {
            var data = into.putObject("data").put("active", options.data().active());
            options.data().ownAddress().ifPresent(address -> data.put("ownAddress", address));
            options.data().foreign().forEach(data.putArray("foreign")::add);
        }
        if (!options.tls().equals(usual.tls())) {
            into.putObject("tls")
                    .put("versions", Fields.word(options.tls().versions()))
                    .put("resume", options.tls().resume());
        }
        options.proxy()
                .ifPresent(proxy -> {
                    var node = into.putObject("proxy").put("kind", Fields.word(proxy.kind()));
                    write(proxy.address(), node);
                    node.put("user", proxy.user());
                });
        if (!options.charset().equals(usual.charset())) {
            into.put("charset", options.charset());
        }
        if (!options.timeOffset().isZero()) {
            into.put("timeOffsetSeconds", (int) options.timeOffset().toSeconds());
        }
        if (!options.afterLogin().isEmpty()) {
            options.afterLogin().forEach(into.putArray("afterLogin")::add);
        }
        if (!options.keepAlive().isZero()) {
            into.put("keepAliveSeconds", (int) options.keepAlive().toSeconds());
        }
    }

    static ServerOptions read(Fields fields) {
        var usual = ServerOptions.USUAL;
        return new ServerOptions(
                fields.has("addresses")
                        ? fields.objects("addresses").stream().map(OptionsShape::address).toList()
                        : usual.others(),
                fields.optionalObject("logon").map(OptionsShape::logon).orElse(usual.logon()),
                fields.optionalObject("data").map(OptionsShape::data).orElse(usual.data()),
                fields.optionalObject("tls").map(OptionsShape::tls).orElse(usual.tls()),
                fields.optionalObject("proxy").map(OptionsShape::proxy),
                fields.optionalText("charset").orElse(usual.charset()),
                Duration.ofSeconds(fields.optionalNumber("timeOffsetSeconds").orElse(0)),
                fields.has("afterLogin") ? fields.texts("afterLogin") : List.of(),
                Duration.ofSeconds(fields.optionalNumber("keepAliveSeconds").orElse(0)));
    }

    private static void write(ServerAddress address, ObjectNode into) {
        into.put("host", address.host()).put("port", address.port());
    }

    private static ServerAddress address(Fields fields) {
        return new ServerAddress(fields.text("host"), fields.number("port"));
    }

    private static Logon logon(Fields fields) {
        return new Logon(
                fields.choice("kind", Logon.Kind.class),
                fields.optionalText("account"),
                fields.optionalText("certificate"));
    }

    private static DataRules data(Fields fields) {
        return new DataRules(
                fields.flag("active"), fields.optionalText("ownAddress"), fields.texts("foreign"));
    }

    private static TlsRules tls(Fields fields) {
        return new TlsRules(
                fields.choice("versions", TlsRules.Versions.class), fields.flag("resume"));
    }

    private static ProxyServer proxy(Fields fields) {
        return new ProxyServer(
                fields.choice("kind", ProxyServer.Kind.class),
                address(fields),
                fields.text("user"));
    }
}
