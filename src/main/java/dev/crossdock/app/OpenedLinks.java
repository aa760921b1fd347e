package dev.crossdock.app;

import dev.crossdock.cli.LinkParser;
import dev.crossdock.cli.UsageException;
import dev.crossdock.site.ServerLink;

import java.awt.Desktop;
import java.util.Locale;
import java.util.function.Consumer;

/// The links that macOS hands to a program while it runs: as events, not as arguments.
///
/// Only AWT tells of them. It is loaded on macOS alone; elsewhere it would only cost time.
final class OpenedLinks {

    private final Consumer<ServerLink> links;
    private final Consumer<String> refusals;

    /// @param refusals words for a person, where a link is none
    OpenedLinks(Consumer<ServerLink> links, Consumer<String> refusals) {
        this.links = links;
        this.refusals = refusals;
    }

    /// @param system its name, as in the system property `os.name`
    static boolean areEventsOn(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /// Returns at once; links come on another thread, also those from before.
    ///
    /// @param system its name, as in the system property `os.name`
    void listenOn(String system) {
        if (areEventsOn(system)) {
            // Not on the thread of JavaFX: starting AWT would hold up the window.
            Thread.ofPlatform().daemon().name("opened-links").start(() -> Awt.listen(this));
        }
    }

    void open(String link) {
        try {
            links.accept(LinkParser.parse(link));
        } catch (UsageException wrong) {
            refusals.accept(wrong.words());
        }
    }

    /// Apart, so that no verifier loads AWT for the class around it.
    private static final class Awt {

        static void listen(OpenedLinks links) {
            if (Desktop.isDesktopSupported()) {
                Desktop desktop = Desktop.getDesktop();
                if (desktop.isSupported(Desktop.Action.APP_OPEN_URI)) {
                    desktop.setOpenURIHandler(event -> links.open(event.getURI().toString()));
                }
            }
        }
    }
}
