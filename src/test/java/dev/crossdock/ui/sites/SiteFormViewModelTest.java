package dev.crossdock.ui.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.Logon;
import dev.crossdock.model.Method;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
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
import dev.crossdock.site.TransferSettings.SiteSlots;
import dev.crossdock.ui.sites.SiteFormViewModel.Flaw;
import dev.crossdock.ui.sites.SiteFormViewModel.Page;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class SiteFormViewModelTest {

    private static final SiteSlots SLOTS =
            new SiteSlots(OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(1));

    private final SiteFormViewModel form = new SiteFormViewModel();

    @BeforeEach
    void knowWhatIsKept() {
        form.know(SiteFormViewModelTest::isKept);
    }

    /// The vault of these tests holds the password of one login.
    private static boolean isKept(Server server, SecretKind kind) {
        return kind == SecretKind.PASSWORD && server.host().equals("alpha.test");
    }

    @Test
    void whatASiteIsComesThroughTheFormUnchanged() {
        Site site = rich();
        form.open(site, SLOTS);
        assertEquals(Optional.empty(), form.flaw());
        assertEquals(site, form.site());
        assertEquals(SLOTS, form.slots());
        assertFalse(form.changedProperty().get());
    }

    @Test
    void thePlainCaseIsAHostAndAUser() {
        form.begin(SiteGroup.of("Work"));
        form.general().host().textProperty().set(" alpha.test ");
        form.general().user().textProperty().set("me");
        assertEquals(Optional.empty(), form.flaw());
        Site site = form.site();
        assertEquals("alpha.test", site.name());
        assertEquals(TlsMode.EXPLICIT, site.server().tls());
        assertEquals(21, site.server().port());
        assertEquals(ServerOptions.USUAL, site.server().options());
        assertEquals(SiteGroup.of("Work"), site.group());
    }

    @Test
    void anEmptyFormSaysNothingUntilItIsSaved() {
        form.begin(SiteGroup.TOP);
        assertEquals("", form.general().host().problemProperty().get());
        assertEquals(
                Optional.of(
                        new Flaw(Page.GENERAL, "site-host", "Give the server's name or address.")),
                form.flaw());
        assertEquals(
                "Give a user name, or log on anonymously.",
                form.general().user().problemProperty().get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    page       | field             | typed       | words
                    GENERAL    | site-host         | a b         | A server needs a host name or an address.
                    GENERAL    | site-port         | 70000       | A port is a number from 1 to 65535, not 70000.
                    FOLDERS    | site-folder       | pub         | A path on a server begins with a slash: pub
                    TRANSFERS  | site-logins       | none        | A whole number from 1 to 1000, or nothing.
                    CONNECTION | site-addresses    | b.test:x    | A port is a number from 1 to 65535.
                    CONNECTION | site-own-address  | b.test      | Write an IP address such as 192.0.2.7, no name: “b.test”.
                    CONNECTION | site-charset      | klingon     | This computer knows no charset “klingon”.
                    CONNECTION | site-offset       | late        | Write hours and minutes, such as +2:00 or -3:30.
                    CONNECTION | site-offset       | 25          | A server's clock is at most 24 hours ahead or behind.
                    CONNECTION | site-keep-alive   | 3601        | A whole number from 0 to 3600, or nothing.
                    """)
    void whatMakesNoSenseIsSaidBesideItsField(Page page, String field, String typed, String words) {
        form.open(rich(), SLOTS);
        field(field).textProperty().set(typed);
        assertEquals(words, field(field).problemProperty().get());
        assertEquals(Optional.of(new Flaw(page, field, words)), form.flaw());
    }

    @Test
    void aBookmarkThatWasTypedAndNotAddedIsNotLost() {
        form.open(rich(), SLOTS);
        BookmarkList bookmarks = form.folders().bookmarks();
        bookmarks.nameProperty().set("new");
        bookmarks.remoteProperty().set("/new");
        assertEquals("site-bookmark-name", form.flaw().orElseThrow().field());
        bookmarks.add();
        assertEquals(Optional.empty(), form.flaw());
        assertEquals("new", form.site().bookmarks().getLast().name());
    }

    @Test
    void aBookmarkThatIsOnlyLookedAtIsNoChange() {
        form.open(rich(), SLOTS);
        BookmarkList bookmarks = form.folders().bookmarks();
        bookmarks.edit(rich().bookmarks().getFirst());
        assertFalse(form.changedProperty().get());
        bookmarks.remoteProperty().set("/other");
        assertTrue(form.changedProperty().get());
    }

    @Test
    void whatIsTypedAndTakenBackIsNoChange() {
        form.open(rich(), SLOTS);
        form.general().notes().textProperty().set("x");
        assertTrue(form.changedProperty().get());
        form.general().notes().textProperty().set(rich().notes());
        assertFalse(form.changedProperty().get());
    }

    @Test
    void theFieldsOfNoProxyDoNotCount() {
        form.open(rich(), SLOTS);
        form.connection().proxy().host().textProperty().set("");
        assertEquals("site-proxy-host", form.flaw().orElseThrow().field());
        form.connection().proxy().kindProperty().set(Optional.empty());
        assertEquals(Optional.empty(), form.flaw());
        assertEquals(Optional.empty(), form.site().server().options().proxy());
    }

    @Test
    void aClientCertificateNeedsAFileAndTls() {
        form.open(rich(), SLOTS);
        form.general().kindProperty().set(Logon.Kind.CERTIFICATE);
        assertEquals(
                "Choose the file with your client certificate.", form.flaw().orElseThrow().words());
        form.general().certificate().textProperty().set("/home/me/me.p12");
        assertEquals(Optional.empty(), form.flaw());
        form.general().tlsProperty().set(TlsMode.CLEAR);
        assertEquals("A client certificate needs TLS.", form.flaw().orElseThrow().words());
    }

    @Test
    void aKeptPasswordIsShownForItsOwnLoginOnly() {
        form.open(rich(), SLOTS);
        SecretField password = form.general().password();
        assertEquals(SecretField.State.KEPT, password.stateProperty().getValue());
        form.general().host().textProperty().set("other.test");
        assertEquals(SecretField.State.NONE, password.stateProperty().getValue());
    }

    @Test
    void whatIsTypedIsKeptAndWhoIsAskedEachTimeHasNothingKept() {
        form.open(rich(), SLOTS);
        assertInstanceOf(SecretField.Order.Leave.class, orders().get(SecretKind.PASSWORD));
        form.general().password().typedProperty().set("secret");
        assertInstanceOf(SecretField.Order.Keep.class, orders().get(SecretKind.PASSWORD));
        form.general().kindProperty().set(Logon.Kind.ASK);
        assertInstanceOf(SecretField.Order.Forget.class, orders().get(SecretKind.PASSWORD));
    }

    @Test
    void aForgottenPasswordGoesWhenTheFormIsSaved() {
        form.open(rich(), SLOTS);
        form.general().password().forget();
        assertTrue(form.changedProperty().get());
        assertInstanceOf(SecretField.Order.Forget.class, orders().get(SecretKind.PASSWORD));
    }

    private Map<SecretKind, SecretField.Order> orders() {
        return form.secrets();
    }

    private Typed<?> field(String id) {
        for (Page page : Page.values()) {
            for (Typed<?> field : form.part(page).fields()) {
                if (field.id().equals(id)) {
                    return field;
                }
            }
        }
        throw new AssertionError("no field " + id);
    }

    private static Site rich() {
        var options =
                new ServerOptions(
                        List.of(new ServerAddress("b.test", 2121), new ServerAddress("::1", 990)),
                        new Logon(Logon.Kind.PASSWORD, Optional.of("account"), Optional.empty()),
                        new DataRules(true, Optional.of("192.0.2.7"), List.of("192.0.2.8")),
                        new TlsRules(TlsRules.Versions.ONLY_12, false),
                        Optional.of(
                                new ProxyServer(
                                        ProxyServer.Kind.HTTP_CONNECT,
                                        new ServerAddress("proxy.test", 3128),
                                        "me")),
                        "windows-1252",
                        Duration.ofMinutes(-210),
                        List.of("SITE UMASK 022", "NOOP"),
                        Duration.ofSeconds(30));
        var server =
                new Server(
                        new SiteId("a"),
                        "alpha",
                        "alpha.test",
                        2121,
                        TlsMode.EXPLICIT,
                        "me",
                        options);
        return new Site(
                server,
                SiteGroup.of("Work"),
                SiteColour.CYAN,
                new Start(Optional.of(RemotePath.of("/pub")), Optional.of("/home/me")),
                List.of(new Bookmark("in", Optional.of(RemotePath.of("/in")), Optional.empty())),
                new SiteRules(
                        Optional.of(Method.SSCN),
                        SiteRules.Role.LISTENS,
                        SiteRules.Stance.ALLOWED,
                        SiteRules.Stance.NEVER),
                "two\nlines");
    }
}
