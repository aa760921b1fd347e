package dev.crossdock.ui.sites;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.Site;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How to talk to a server where it is not the usual way.
final class ConnectionPart implements Part {

    private final Supplier<Integer> usualPort;
    private final Typed<List<ServerAddress>> others =
            new Typed<>("site-addresses", this::addresses);
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Typed<Optional<String>> ownAddress =
            new Typed<>("site-own-address", ConnectionPart::ownAddress);
    private final Typed<List<String>> foreign =
            new Typed<>("site-foreign", ConnectionPart::foreign);
    private final Typed<String> charset = new Typed<>("site-charset", ConnectionPart::charset);
    private final Typed<Duration> offset = new Typed<>("site-offset", ConnectionPart::offset);
    private final Typed<Duration> keepAlive =
            new Typed<>("site-keep-alive", ConnectionPart::keepAlive);
    private final Typed<List<String>> commands =
            new Typed<>("site-commands", ConnectionPart::commands);
    private final ObjectProperty<TlsRules.Versions> versions =
            new SimpleObjectProperty<>(TlsRules.Versions.BEST);
    private final BooleanProperty resume = new SimpleBooleanProperty(true);
    private final ProxyFields proxy = new ProxyFields();

    /// @param usualPort of a further address that names none
    ConnectionPart(Supplier<Integer> usualPort) {
        this.usualPort = usualPort;
    }

    /// One in each line.
    Typed<List<ServerAddress>> others() {
        return others;
    }

    BooleanProperty activeProperty() {
        return active;
    }

    Typed<Optional<String>> ownAddress() {
        return ownAddress;
    }

    /// One in each line.
    Typed<List<String>> foreign() {
        return foreign;
    }

    Typed<String> charset() {
        return charset;
    }

    Typed<Duration> offset() {
        return offset;
    }

    /// In seconds.
    Typed<Duration> keepAlive() {
        return keepAlive;
    }

    /// One in each line.
    Typed<List<String>> commands() {
        return commands;
    }

    ObjectProperty<TlsRules.Versions> versionsProperty() {
        return versions;
    }

    BooleanProperty resumeProperty() {
        return resume;
    }

    ProxyFields proxy() {
        return proxy;
    }

    @Override
    public void show(Site site) {
        ServerOptions options = site.server().options();
        int usual = site.server().port();
        others.show(
                Words.text(
                        options.others().stream()
                                .map(address -> Words.address(address, usual))
                                .toList()));
        active.set(options.data().active());
        ownAddress.show(options.data().ownAddress().orElse(""));
        foreign.show(Words.text(options.data().foreign()));
        charset.show(options.charset());
        offset.show(Words.offset(options.timeOffset()));
        keepAlive.show(
                options.keepAlive().isZero() ? "" : Long.toString(options.keepAlive().toSeconds()));
        commands.show(Words.text(options.afterLogin()));
        versions.set(options.tls().versions());
        resume.set(options.tls().resume());
        proxy.show(options.proxy());
    }

    @Override
    public Site over(Site site) {
        var data = new DataRules(active.get(), ownAddress.value(), foreign.value());
        ServerOptions options =
                site.server()
                        .options()
                        .withAddresses(others.value())
                        .with(data)
                        .with(new TlsRules(versions.get(), resume.get()))
                        .withProxy(proxy.value())
                        .withCharset(charset.value())
                        .withTimeOffset(offset.value())
                        .withCommands(commands.value())
                        .withKeepAlive(keepAlive.value());
        return site.with(site.server().with(options));
    }

    @Override
    public List<Typed<?>> fields() {
        return Stream.<List<Typed<?>>>of(
                        List.of(others, ownAddress, foreign, charset, offset, keepAlive, commands),
                        proxy.fields())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<ObservableValue<?>> values() {
        return Stream.of(
                        Stream.of(active, versions, resume),
                        fields().stream().map(Typed::textProperty),
                        proxy.values().stream())
                .<ObservableValue<?>>flatMap(each -> each)
                .toList();
    }

    SecretField proxyPassword() {
        return proxy.password();
    }

    private List<ServerAddress> addresses(String typed) {
        int port = usualPort.get();
        return ServerOptions.USUAL
                .withAddresses(
                        Words.lines(typed).stream().map(line -> Words.address(line, port)).toList())
                .others();
    }

    private static Optional<String> ownAddress(String typed) {
        return new DataRules(true, Words.optional(typed), List.of()).ownAddress();
    }

    private static List<String> foreign(String typed) {
        return new DataRules(false, Optional.empty(), Words.lines(typed)).foreign();
    }

    private static String charset(String typed) {
        return ServerOptions.USUAL
                .withCharset(Words.optional(typed).orElse(ServerOptions.UTF_8))
                .charset();
    }

    private static Duration offset(String typed) {
        return ServerOptions.USUAL.withTimeOffset(Words.offset(typed)).timeOffset();
    }

    private static Duration keepAlive(String typed) {
        int longest = (int) ServerOptions.LONGEST_KEEP_ALIVE.toSeconds();
        return Duration.ofSeconds(Words.number(typed, 0, longest).orElse(0));
    }

    private static List<String> commands(String typed) {
        return ServerOptions.USUAL.withCommands(Words.lines(typed)).afterLogin();
    }
}
