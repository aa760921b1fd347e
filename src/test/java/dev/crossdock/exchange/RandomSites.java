package dev.crossdock.exchange;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.Logon;
import dev.crossdock.model.Method;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteColour;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteRules;
import dev.crossdock.site.Start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/// Sites with everything in them, the same for the same seed.
final class RandomSites {

    private static final String LETTERS = "abcXYZ019 <>&\"'[]%/\\.;=#éß漢😀\u200B";

    private final Random random;

    RandomSites(long seed) {
        random = new Random(seed);
    }

    /// Anything that a site of ours can be.
    Parcel any() {
        var options =
                new ServerOptions(
                        list(this::address),
                        logon(),
                        new DataRules(
                                random.nextBoolean(), maybe(() -> "192.0.2.7"), list(() -> "::1")),
                        new TlsRules(pick(TlsRules.Versions.values()), random.nextBoolean()),
                        maybe(() ->
                                new ProxyServer(
                                        pick(ProxyServer.Kind.values()), address(), word())),
                        charset(),
                        Duration.ofSeconds(random.nextInt(172_801) - 86_400),
                        list(this::word),
                        Duration.ofSeconds(random.nextInt(3_601)));
        var rules =
                new SiteRules(
                        maybe(() -> Method.SSCN),
                        pick(SiteRules.Role.values()),
                        pick(SiteRules.Stance.values()),
                        pick(SiteRules.Stance.values()));
        boolean has =
                switch (options.logon().kind()) {
                    case PASSWORD, CERTIFICATE -> true;
                    case ASK, ANONYMOUS -> false;
                };
        return parcel(
                options, rules, has ? maybe(() -> word().toCharArray()) : Optional.empty(), word());
    }

    /// What FileZilla has a place for.
    Parcel plain() {
        Optional<char[]> password = maybe(() -> word().toCharArray());
        boolean anonymous = password.isEmpty() && random.nextBoolean();
        var kind =
                password.isPresent()
                        ? Logon.Kind.PASSWORD
                        : anonymous ? Logon.Kind.ANONYMOUS : Logon.Kind.ASK;
        var options =
                ServerOptions.USUAL
                        .with(
                                new Logon(
                                        kind,
                                        password.isPresent() ? maybe(this::word) : Optional.empty(),
                                        Optional.empty()))
                        .with(new DataRules(random.nextBoolean(), Optional.empty(), List.of()))
                        .withCharset(charset())
                        .withTimeOffset(Duration.ofMinutes(random.nextInt(2_881) - 1_440))
                        .withCommands(list(this::word));
        return parcel(options, SiteRules.USUAL, password, anonymous ? "anonymous" : word());
    }

    private Parcel parcel(
            ServerOptions options, SiteRules rules, Optional<char[]> password, String user) {
        var server =
                new Server(
                        SiteId.random(),
                        word(),
                        "h" + random.nextInt(9) + ".example.org",
                        1 + random.nextInt(65_535),
                        pick(TlsMode.values()),
                        user,
                        options);
        var site =
                new Site(
                        server,
                        new SiteGroup(list(this::word)),
                        pick(SiteColour.values()),
                        new Start(maybe(this::path), maybe(this::word)),
                        list(() -> new Bookmark(word(), Optional.of(path()), maybe(this::word))),
                        rules,
                        random.nextBoolean() ? "" : word() + "\n\t" + word());
        return new Parcel(
                site,
                random.nextBoolean()
                        ? OptionalInt.empty()
                        : OptionalInt.of(1 + random.nextInt(1_000)),
                password);
    }

    private Logon logon() {
        return new Logon(pick(Logon.Kind.values()), maybe(this::word), Optional.of(word()));
    }

    private ServerAddress address() {
        return new ServerAddress("g" + random.nextInt(99), 1 + random.nextInt(65_535));
    }

    private RemotePath path() {
        return RemotePath.of("/" + word() + "/" + word());
    }

    private String charset() {
        return pick(
                List.of("UTF-8", "windows-1252", "Shift_JIS", "ISO-8859-15")
                        .toArray(String[]::new));
    }

    /// Neither empty nor with a blank at an end.
    private String word() {
        var word = new StringBuilder("w");
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = random.nextInt(12); i > 0; i--) {
            word.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return word.append('w').toString();
    }

    private <T> List<T> list(Supplier<T> one) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
