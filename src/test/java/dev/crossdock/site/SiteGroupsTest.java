package dev.crossdock.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Logon;
import dev.crossdock.model.Method;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.SiteRules.Role;
import dev.crossdock.site.SiteRules.Stance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Folders of sites, and all that a site may have.
final class SiteGroupsTest {

    @TempDir Path home;

    private Path file;
    private SiteStore sites;

    @BeforeEach
    void open() {
        file = home.resolve("sites.json");
        sites = new SiteStore(file);
    }

    @Test
    void everyFieldOfASiteComesBackFromTheFile() throws FailureException {
        var options =
                new ServerOptions(
                        List.of(new ServerAddress("::1", 2121), new ServerAddress("b.test", 21)),
                        new Logon(
                                Logon.Kind.CERTIFICATE,
                                Optional.of("billing"),
                                Optional.of("/home/me/key.p12")),
                        new DataRules(true, Optional.of("192.0.2.1"), List.of("192.0.2.7")),
                        new TlsRules(TlsRules.Versions.ONLY_12, false),
                        Optional.of(
                                new ProxyServer(
                                        ProxyServer.Kind.SOCKS5,
                                        new ServerAddress("proxy.test", 1080),
                                        "me")),
                        "windows-1252",
                        Duration.ofMinutes(-90),
                        List.of("SITE IDLE 900", "SITE UMASK 022"),
                        Duration.ofSeconds(45));
        var site =
                new Site(
                        Samples.server("alpha").with(options),
                        SiteGroup.of("Mirrors", "B\u00fccher"),
                        SiteColour.MAGENTA,
                        new Start(Optional.of(RemotePath.of("/b\udc80d")), Optional.of("/home/me")),
                        List.of(
                                new Bookmark(
                                        "in", Optional.of(RemotePath.of("/in")), Optional.empty()),
                                new Bookmark("here", Optional.empty(), Optional.of("C:\\x"))),
                        new SiteRules(
                                Optional.of(Method.SSCN),
                                Role.LISTENS,
                                Stance.ALLOWED,
                                Stance.NEVER),
                        "two\nlines \u2028");
        sites.save(site);
        assertEquals(List.of(site), new SiteStore(file).all());
    }

    @Test
    void aFileOfTheFirstVersionIsRead() throws Exception {
        Files.writeString(
                file,
                """
                {"version":1,"sites":[{"id":"a","name":"A","host":"h","port":21,"tls":"explicit",
                "user":"u","folder":"/x"}]}\
                """);
        Site site = sites.all().getFirst();
        assertEquals(Optional.of(RemotePath.of("/x")), site.folder());
        assertEquals(ServerOptions.USUAL, site.server().options());
        assertEquals(SiteGroup.TOP, site.group());
        assertEquals(Optional.empty(), sites.notice());
    }

    @Test
    void aFolderStaysWhenItIsEmptyAndStandsForThoseAboveIt() throws FailureException {
        sites.addGroup(SiteGroup.of("a", "b"));
        sites.addGroup(SiteGroup.of("a", "b"));
        sites.addGroup(SiteGroup.TOP);
        sites.save(Samples.site("x").in(SiteGroup.of("c")));
        assertEquals(Set.of("a", "a/b", "c"), groups());
        assertEquals(Set.of("a", "a/b", "c"), groups(new SiteStore(file)));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    from, to,    groups,         site
                    a,    z,     z z/b c,        z/b
                    a/b,  b,     a b c,          b
                    a,    c/a,   c c/a c/a/b,    c/a/b
                    a/b,  c,     a c,            c
                    a/b,  a/b,   a a/b c,        a/b
                    c,    a/b,   a a/b,          a/b
                    """)
    void aFolderTakesAllThatItHoldsAlong(String from, String to, String groups, String site)
            throws FailureException {
        sites.addGroup(group("c"));
        sites.addGroup(group("a"));
        sites.save(Samples.site("x").in(group("a/b")));
        sites.moveGroup(group(from), group(to));
        assertEquals(Set.of(groups.split(" ")), groups());
        assertEquals(group(site), sites.all().getFirst().group());
        assertEquals(Set.of(groups.split(" ")), groups(new SiteStore(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a/b/c"})
    void aFolderIsNotMovedIntoItself(String to) throws FailureException {
        sites.addGroup(group("a/b"));
        assertThrows(IllegalArgumentException.class, () -> sites.moveGroup(group("a"), group(to)));
        assertEquals(Set.of("a", "a/b"), groups());
    }

    @Test
    void aDissolvedFolderLeavesItsSitesWhereItWas() throws FailureException {
        sites.save(Samples.site("x").in(group("a/b")));
        sites.save(Samples.site("y").in(group("a/b/c")));
        sites.dissolveGroup(group("a/b"));
        assertEquals(Set.of("a", "a/c"), groups());
        sites.dissolveGroup(group("a"));
        assertEquals(Set.of("c"), groups());
        assertEquals(2, sites.all().size());
    }

    @Test
    void aRemovedFolderTakesItsSitesWithItAndNoOthers() throws FailureException {
        sites.save(Samples.site("x").in(group("a/b")));
        sites.save(Samples.site("y").in(group("ab")));
        sites.addGroup(group("a/c"));
        sites.removeGroup(group("a"));
        assertEquals(Set.of("ab"), groups());
        assertEquals(List.of("y"), sites.all().stream().map(Site::name).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"group\":[]}",
                "{\"group\":[7]}",
                "{\"group\":\"a\"}",
                "{\"group\":[\"\"]}",
                "{\"group\":[\"a\\nb\"]}"
            })
    void aBadFolderIsKeptAsideAlone(String entry) throws Exception {
        Files.writeString(file, "{\"version\":2,\"sites\":[" + entry + ",{\"group\":[\"ok\"]}]}");
        assertEquals(Set.of("ok"), groups());
        assertEquals(entry.equals("{\"group\":[]}"), sites.notice().isEmpty());
    }

    private Set<String> groups() {
        return groups(sites);
    }

    private static Set<String> groups(SiteStore store) {
        return store.groups().stream()
                .map(group -> String.join("/", group.names()))
                .collect(Collectors.toSet());
    }

    private static SiteGroup group(String path) {
        return new SiteGroup(List.of(path.split("/")));
    }
}
