package dev.crossdock.ui.shell;

import dev.crossdock.site.Site;
import dev.crossdock.ui.exchange.ExchangeDesk;
import dev.crossdock.ui.exchange.FileChoosers;
import dev.crossdock.ui.exchange.SiteExchange;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.site.Sites;
import dev.crossdock.ui.sites.LoginTest;
import dev.crossdock.ui.sites.Secrets;
import dev.crossdock.ui.sites.SitesViewModel;
import dev.crossdock.ui.sites.SitesWindow;

import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/// Makes the window of the site manager, which is there once, and remembers where it was.
final class SiteManager {

    private final Executor screen;
    private final SitesViewModel model;
    private final SiteExchange exchange;
    private Optional<SitesWindow> window = Optional.empty();
    private Optional<WindowMemory.Bounds> bounds = Optional.empty();

    /// @param aside many things at once
    record Threads(Executor aside, Executor screen) {}

    /// @param lent where a login that is a test has its secrets
    record Secrecy(LoginTest.Lent lent, Secrets secrets) {}

    SiteManager(
            ShellServices services,
            Sites sites,
            Secrecy secrecy,
            Threads threads,
            BiConsumer<PaneSide, Site> connect) {
        screen = threads.screen();
        var test =
                new LoginTest(
                        services.browsers(),
                        secrecy.lent(),
                        services.transcript(),
                        threads.aside(),
                        screen);
        model = new SitesViewModel(sites, services.settings(), secrecy.secrets(), test, connect);
        exchange =
                new SiteExchange(
                        new ExchangeDesk(
                                services.sites(),
                                services.settings(),
                                services.secrets(),
                                services.desk()),
                        new FileChoosers(),
                        this::owner,
                        new SiteExchange.Threads(threads.aside(), screen),
                        sites::reload);
    }

    private @Nullable Window owner() {
        return open().map(SitesWindow::stage).orElse(null);
    }

    void remember(Optional<WindowMemory.Bounds> before) {
        bounds = before;
    }

    Optional<WindowMemory.Bounds> bounds() {
        return open().map(shown -> new WindowFrame(shown.stage(), WindowFrame.SITES).bounds())
                .or(() -> bounds);
    }

    /// The only one, which may not be shown.
    SitesWindow window(Stage owner) {
        if (window.isEmpty()) {
            var fresh = new SitesWindow(owner, model, Optional.of(exchange), screen);
            var frame = new WindowFrame(fresh.stage(), WindowFrame.SITES);
            fresh.stage().setOnShowing(_ -> frame.restore(bounds));
            fresh.stage().setOnHidden(_ -> bounds = Optional.of(frame.bounds()));
            window = Optional.of(fresh);
        }
        return window.get();
    }

    /// Asks first if something typed would be lost.
    void leave(Runnable then) {
        open().ifPresentOrElse(it -> it.leave(then), then);
    }

    private Optional<SitesWindow> open() {
        return window.filter(it -> it.stage().isShowing());
    }
}
