package dev.crossdock.ui;

import dev.crossdock.model.Logon;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteColour;
import dev.crossdock.site.SiteGroup;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Walks through the site manager with 0, 3 and 1,000 sites and takes pictures, to be looked at by
/// a person.
///
/// Arguments: a folder for the pictures; `light,dark`; `0,3,1000`.
final class SitesPreview {

    private static final List<SiteColour> COLOURS = List.of(SiteColour.values());

    private final Path pictures;
    private String look = "light";
    private String name = "";

    private SitesPreview(Path pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            run(arguments);
        } finally {
            Platform.exit();
        }
    }

    private static void run(String[] arguments) throws Exception {
        var preview = new SitesPreview(Path.of(arguments[0]));
        for (String look : arguments[1].split(",")) {
            preview.look = look;
            for (String sites : arguments[2].split(",")) {
                preview.name = sites;
                preview.walk(Integer.parseInt(sites));
            }
        }
    }

    private void walk(int count) throws Exception {
        Path home = Files.createTempDirectory("sites-preview");
        var alpha = new FakeServer("alpha");
        try (var window = FakeWindow.open(home, new Recorder())) {
            if (look.equals("dark")) {
                Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "look")).fire());
            }
            window.browsers.with(alpha);
            Fx.run(() -> {
                try {
                    window.sites.saveAll(sites(count, alpha.server()));
                    if (count == 1000) {
                        window.sites.addGroup(SiteGroup.of("An empty folder"));
                    }
                } catch (dev.crossdock.model.FailureException e) {
                    throw new IllegalStateException(e);
                }
            });
            key(window.stage.getScene(), KeyCode.S);
            picture("01-open");
            switch (count) {
                case 0 -> {
                    Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-new")).fire());
                    picture("02-new");
                    Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-save")).fire());
                    picture("03-problem");
                    Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-revert")).fire());
                }
                case 3 -> pages();
                default -> many();
            }
            picture("90-before-close");
            Fx.run(() -> Fx.anywhere("sites-tree").getScene().getWindow().hide());
        }
    }

    @SuppressWarnings("unchecked")
    private void pages() throws Exception {
        Fx.run(() ->
                ((TreeView<?>) Fx.anywhere("sites-tree")).getSelectionModel().clearAndSelect(1));
        picture("02-selected");
        for (int page = 0; page < 4; page++) {
            int tab = page;
            Fx.run(() -> ((TabPane) Fx.anywhere("site-pages")).getSelectionModel().select(tab));
            picture("1" + page + "-page");
        }
        Fx.run(() ->
                Fx.anywhere("site-pages").lookupAll(".scroll-pane").stream()
                        .map(ScrollPane.class::cast)
                        .forEach(pane -> pane.setVvalue(1)));
        picture("14-page-below");
        Fx.run(() -> {
            ((TabPane) Fx.anywhere("site-pages")).getSelectionModel().clearAndSelect(0);
            ((ChoiceBox<TlsMode>) (ChoiceBox<?>) Fx.anywhere("site-tls")).setValue(TlsMode.CLEAR);
            ((ChoiceBox<Logon.Kind>) (ChoiceBox<?>) Fx.anywhere("site-logon"))
                    .setValue(Logon.Kind.CERTIFICATE);
            ((TextField) Fx.anywhere("site-port")).setText("990000");
        });
        picture("15-problems");
        Fx.run(() -> ((ComboBox<?>) Fx.anywhere("site-colour")).show());
        picture("16-colours");
        Fx.run(() -> ((ComboBox<?>) Fx.anywhere("site-colour")).hide());
        Fx.run(() ->
                ((TreeView<?>) Fx.anywhere("sites-tree")).getSelectionModel().clearAndSelect(0));
        picture("17-unsaved");
        Fx.run(() -> Fx.button(Fx.dialogs().getLast(), "site-unsaved-discard").fire());
        Fx.run(() ->
                ((TreeView<?>) Fx.anywhere("sites-tree")).getSelectionModel().clearAndSelect(0));
        picture("18-folder");
        Fx.run(() -> {
            TreeView<?> tree = (TreeView<?>) Fx.anywhere("sites-tree");
            tree.getRoot().getChildren().getFirst().setExpanded(true);
            tree.getSelectionModel().clearAndSelect(2);
        });
        pause();
        Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-test")).fire());
        picture("19-tested");
        Fx.run(() -> ((TabPane) Fx.anywhere("site-pages")).getSelectionModel().select(1));
        picture("23-bookmarks");
        Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-move")).fire());
        picture("20-move");
        close();
        Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-delete")).fire());
        picture("21-delete");
        close();
        Fx.run(() ->
                ((TreeView<?>) Fx.anywhere("sites-tree")).getSelectionModel().clearAndSelect(3));
        pause();
        Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-test")).fire());
        picture("22-test-failed");
    }

    private void many() throws Exception {
        Fx.run(() ->
                ((TreeView<?>) Fx.anywhere("sites-tree")).getSelectionModel().clearAndSelect(0));
        pause();
        Fx.run(() ->
                ((TreeView<?>) Fx.anywhere("sites-tree"))
                        .getRoot()
                        .getChildren()
                        .getFirst()
                        .setExpanded(true));
        picture("02-expanded");
        Fx.run(() -> ((TextField) Fx.anywhere("sites-search")).setText("ftp77"));
        picture("03-search");
        Fx.run(() -> ((TextField) Fx.anywhere("sites-search")).setText("nobody has this"));
        picture("04-nothing-matches");
        Fx.run(() -> ((TextField) Fx.anywhere("sites-search")).setText(""));
        Fx.run(() -> ((TreeView<?>) Fx.anywhere("sites-tree")).getSelectionModel().selectAll());
        picture("05-many");
        Fx.run(() -> ((ButtonBase) Fx.anywhere("sites-delete")).fire());
        picture("06-delete-many");
        close();
    }

    private static void close() throws Exception {
        Fx.run(() -> {
            DialogPane pane = Fx.dialogs().getLast();
            pane.getButtonTypes().stream()
                    .map(type -> (Button) pane.lookupButton(type))
                    .filter(Button::isCancelButton)
                    .findFirst()
                    .ifPresent(Button::fire);
        });
        pause();
    }

    private static void key(javafx.scene.Scene scene, KeyCode code) {
        Fx.run(() ->
                Objects.requireNonNull(
                                scene.getAccelerators()
                                        .get(
                                                new KeyCodeCombination(
                                                        code, KeyCombination.SHORTCUT_DOWN)))
                        .run());
    }

    private static List<Site> sites(int count, Server alpha) {
        var sites = new ArrayList<Site>();
        var work = SiteGroup.of("Work", "Clients");
        for (int i = 0; i < count; i++) {
            sites.add(
                    i == 0
                            ? rich(alpha).in(SiteGroup.of("Work"))
                            : new Site(server(i), Optional.empty())
                                    .in(
                                            switch (i % 4) {
                                                case 1 -> work;
                                                case 2 -> SiteGroup.TOP;
                                                case 3 -> SiteGroup.of("Mirrors " + i % 20);
                                                default -> SiteGroup.of("Work");
                                            })
                                    .with(COLOURS.get(i % COLOURS.size())));
        }
        return sites;
    }

    private static Server server(int i) {
        String name =
                i == 2
                        ? "A site with quite a long name that goes on and on until nobody reads it"
                        : "ftp" + i + ".example.org";
        return new Server(
                new SiteId("s" + i),
                name,
                "ftp" + i + ".example.org",
                i % 5 == 2 ? 990 : 21,
                i % 5 == 2 ? TlsMode.IMPLICIT : i % 7 == 6 ? TlsMode.CLEAR : TlsMode.EXPLICIT,
                "demo");
    }

    private static Site rich(Server server) {
        return new Site(
                        server.with(ServerOptions.USUAL.withCommands(List.of("SITE UMASK 022"))),
                        Optional.of(RemotePath.of("/releases/2026")))
                .with(SiteColour.GREEN)
                .withNotes("Ask Mira before anything is deleted here.\nBackups run at 3:00.")
                .withBookmarks(
                        List.of(
                                new Bookmark(
                                        "Incoming",
                                        Optional.of(RemotePath.of("/incoming")),
                                        Optional.of("/home/demo/out")),
                                new Bookmark(
                                        "Pictures",
                                        Optional.of(RemotePath.of("/pictures/2026")),
                                        Optional.empty())));
    }

    private void picture(String what) throws Exception {
        pause();
        var image =
                Fx.get(() -> new Robot().getScreenCapture(null, Screen.getPrimary().getBounds()));
        Pictures.write(image, pictures.resolve(name + "-" + what + "-" + look + ".png"));
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(350);
    }
}
