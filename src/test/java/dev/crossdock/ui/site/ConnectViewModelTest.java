package dev.crossdock.ui.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.ServerLink;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ConnectViewModelTest {

    private final List<Destination> chosen = new ArrayList<>();
    private final List<Optional<SiteId>> managed = new ArrayList<>();
    private final Passwords passwords = new Passwords();

    @TempDir private Path home;
    private SiteStore store = new SiteStore(Path.of("unused"));
    private ServerDirectory directory = new ServerDirectory(store);
    private Sites sites = new Sites(store, directory, passwords, (_, _) -> {});
    private ConnectViewModel form = new ConnectViewModel(sites, chosen::add, managed::add);

    @BeforeEach
    void open() {
        store = new SiteStore(home.resolve("sites.json"));
        directory = new ServerDirectory(store);
        sites = new Sites(store, directory, passwords, (_, _) -> {});
        form = new ConnectViewModel(sites, chosen::add, managed::add);
    }

    @Test
    void aLinkFillsTheFormAndNothingElse() {
        fill("other.test", "21", "somebody", "secret");
        form.fill(link(TlsMode.IMPLICIT, "::1", 2121, "me", "/pub/a b", false));
        assertEquals("::1", form.hostProperty().get());
        assertEquals("2121", form.portProperty().get());
        assertEquals("me", form.userProperty().get());
        assertEquals(TlsMode.IMPLICIT, form.tlsProperty().get());
        assertEquals("", form.passwordProperty().get(), "another server's password is gone");
        assertTrue(form.noteProperty().get().contains("/pub/a b"));
        assertEquals(List.of(), chosen);
        assertEquals(List.of(), sites.shown());
        form.submit();
        assertEquals(Optional.of(RemotePath.of("/pub/a b")), chosen.getFirst().folder());
        assertEquals("", form.noteProperty().get());
    }

    @Test
    void theFolderOfALinkIsNotForTheNextServer() {
        form.fill(link(TlsMode.EXPLICIT, "alpha.test", 21, "", "/pub", false));
        form.clear();
        fill("beta.test", "21", "me", "");
        form.submit();
        assertEquals(Optional.empty(), chosen.getFirst().folder());
    }

    @Test
    void aDroppedPasswordIsSaid() {
        form.fill(link(TlsMode.CLEAR, "alpha.test", 21, "me", "/", true));
        assertTrue(form.noteProperty().get().contains("password"), form.noteProperty().get());
        assertTrue(form.isClear().get());
    }

    private static ServerLink link(
            TlsMode tls, String host, int port, String user, String folder, boolean hadPassword) {
        return new ServerLink(
                tls, host, port, user, Optional.of(RemotePath.of(folder)), hadPassword);
    }

    @Test
    void aQuickConnectionIsKnownAndItsPasswordKept() {
        fill(" ftp.test ", "2121", "me", "secret");
        form.submit();
        Server server = chosen.getFirst().server();
        assertEquals("ftp.test", server.host());
        assertEquals(2121, server.port());
        assertEquals("me", server.user());
        assertEquals(TlsMode.EXPLICIT, server.tls());
        assertEquals(Optional.of(server), directory.find(server.id()));
        assertArrayEquals("secret".toCharArray(), passwords.find(server.id()).orElseThrow());
        assertEquals("", form.passwordProperty().get(), "it does not stay in the form");
        assertEquals(List.of(), sites.shown(), "and the connection is not saved");
    }

    @Test
    void withoutAPasswordItIsLeftToBeAskedFor() {
        fill("ftp.test", "21", "me", "");
        form.submit();
        assertEquals(Optional.empty(), passwords.find(chosen.getFirst().server().id()));
    }

    @Test
    void withoutAUserItIsAnAnonymousLogin() {
        fill("ftp.test", "21", "", "");
        form.submit();
        assertEquals("anonymous", chosen.getFirst().server().user());
        assertTrue(passwords.find(chosen.getFirst().server().id()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 21, Give the server's name or address.",
        "a.test, '', A port is a number from 1 to 65535.",
        "a.test, x, A port is a number from 1 to 65535.",
        "a.test, 0, 'A port is a number from 1 to 65535, not 0.'",
        "a.test, 70000, 'A port is a number from 1 to 65535, not 70000.'"
    })
    void aFormThatMakesNoSenseSaysWhy(String host, String port, String problem) {
        fill(host, port, "me", "");
        form.submit();
        assertEquals(problem, form.problemProperty().get());
        assertEquals(List.of(), chosen);
    }

    @Test
    void bracketsOfAnAddressAreTakenOff() {
        fill("[::1]", "21", "me", "");
        form.submit();
        assertEquals("::1", chosen.getFirst().server().host());
    }

    @Test
    void thePortFollowsTheModeUntilTheUserChoosesOne() {
        form.tlsProperty().set(TlsMode.IMPLICIT);
        assertEquals("990", form.portProperty().get());
        form.portProperty().set("9900");
        form.tlsProperty().set(TlsMode.EXPLICIT);
        assertEquals("9900", form.portProperty().get());
    }

    @Test
    void aSavedSiteIsEditedInTheSiteManager() throws FailureException {
        Site site = save("works");
        assertTrue(form.edit(site.server()));
        assertEquals(List.of(Optional.of(site.id())), managed);
        assertEquals("", form.hostProperty().get());
    }

    @Test
    void aCorrectedQuickConnectionIsANewOne() {
        fill("wrong.test", "21", "me", "");
        form.submit();
        Server wrong = chosen.getFirst().server();
        form.edit(wrong);
        assertEquals("wrong.test", form.hostProperty().get());
        form.hostProperty().set("right.test");
        form.submit();
        assertEquals("right.test", chosen.getLast().server().name());
        assertNotEquals(wrong.id(), chosen.getLast().server().id());
    }

    @Test
    void aRemovedSiteIsGoneFromTheListButItsJobsFindIt() throws FailureException {
        Site site = save("works");
        form.remove(site);
        assertEquals(List.of(), sites.shown());
        assertEquals(Optional.of(site.server()), directory.find(site.id()));
    }

    @Test
    void aSavedSiteIsThereForBothPanes() {
        var other = new ConnectViewModel(sites, chosen::add, managed::add);
        fill("ftp.test", "21", "me", "");
        form.submit();
        sites.save(chosen.getFirst().server().named("mine"), Optional.empty());
        assertEquals("mine", other.sites().shown().getFirst().name());
    }

    private Site save(String name) throws FailureException {
        var server = new Server(new SiteId(name), name, name + ".test", 21, TlsMode.EXPLICIT, "me");
        var site = new Site(server, Optional.of(RemotePath.of("/start")));
        store.save(site);
        sites = new Sites(store, directory, passwords, (_, _) -> {});
        form = new ConnectViewModel(sites, chosen::add, managed::add);
        return site;
    }

    private void fill(String host, String port, String user, String password) {
        form.hostProperty().set(host);
        form.portProperty().set(port);
        form.userProperty().set(user);
        form.passwordProperty().set(password);
    }
}
