package dev.crossdock.ui;

import dev.crossdock.about.Parts;
import dev.crossdock.ui.about.AboutDialog;
import dev.crossdock.ui.about.AboutFacts;

import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Takes pictures of the About box, to be looked at by a person.
///
/// Arguments: a folder for the pictures; `light,dark`.
final class AboutPreview {

    private AboutPreview() {}

    public static void main(String[] arguments) throws Exception {
        try {
            for (String look : arguments[1].split(",")) {
                walk(Path.of(arguments[0]), look);
            }
        } finally {
            Platform.exit();
        }
    }

    private static void walk(Path pictures, String look) throws Exception {
        Path home = Files.createTempDirectory("about-preview");
        try (var window = FakeWindow.open(home, new Recorder())) {
            Fx.run(() -> {
                var screen = Screen.getPrimary().getBounds();
                window.stage.setWidth(screen.getWidth());
                window.stage.setHeight(screen.getHeight());
                if (look.equals("dark")) {
                    ((ButtonBase) Fx.find(window.stage, "look")).fire();
                }
            });
            var facts = AboutFacts.here();
            open(window, facts, "");
            picture(pictures, "about-" + look);
            Fx.run(() -> ((ButtonBase) Fx.anywhere("about-copy")).fire());
            Fx.run(() -> ((TextField) Fx.anywhere("about-filter")).setText("bc"));
            picture(pictures, "about-filtered-" + look);
            close();
            open(window, facts, "-fx-font-size: 17.5px");
            picture(pictures, "about-large-" + look);
            close();
            var bare = new AboutFacts(facts.rows(), new Parts.Unreadable("it is not valid JSON"));
            open(window, bare, "");
            picture(pictures, "about-unreadable-" + look);
            close();
        }
    }

    private static void open(FakeWindow window, AboutFacts facts, String style) {
        Fx.run(() -> {
            AboutDialog.create(window.stage, facts, List.of(new Label("Crossdock is up to date.")))
                    .show(_ -> {});
            var pane = Fx.dialogs().getLast();
            pane.setStyle(style);
            pane.getScene().getWindow().sizeToScene();
        });
    }

    private static void close() {
        Fx.run(() -> Fx.button(Fx.dialogs().getLast(), "about-dialog-ok").fire());
    }

    private static void picture(Path folder, String name) throws Exception {
        TimeUnit.MILLISECONDS.sleep(600);
        var image =
                Fx.get(() -> new Robot().getScreenCapture(null, Screen.getPrimary().getBounds()));
        Pictures.write(image, folder.resolve(name + ".png"));
    }
}
