package dev.crossdock.ui.shell;

import dev.crossdock.about.Build;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.ui.pane.Both;
import dev.crossdock.ui.pane.PaneViewModel;
import dev.crossdock.ui.pump.FxThread;
import dev.crossdock.ui.queue.QueueViewModel;
import dev.crossdock.ui.report.ReportFacts;
import dev.crossdock.ui.route.RouteViewModel;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Collects what a report is made of, from the window and from the disk.
final class ReportSources {

    private static final int LINES = 300;

    private final ShellServices services;
    private final Both<PaneViewModel> panes;
    private final RouteViewModel routes;
    private final QueueViewModel queue;
    private final Clock clock;
    private final Executor aside;

    ReportSources(
            ShellServices services,
            Both<PaneViewModel> panes,
            RouteViewModel routes,
            QueueViewModel queue,
            Clock clock,
            Executor aside) {
        this.services = services;
        this.panes = panes;
        this.routes = routes;
        this.queue = queue;
        this.clock = clock;
        this.aside = aside;
    }

    /// @param taken gets it on the JavaFX thread
    void collect(double scale, Consumer<ReportFacts> taken) {
        var left = panes.left().facts();
        var right = panes.right().facts();
        var toRight = routes.toRightProperty().get().ladder();
        var toLeft = routes.toLeftProperty().get().ladder();
        var totals = queue.overviewProperty().get().totals();
        var machine = ReportFacts.Machine.here(Build.here(), scale);
        aside.execute(() -> {
            var vault = services.secrets().vault();
            var facts =
                    new ReportFacts(
                            clock.instant(),
                            machine,
                            services.sites().all(),
                            left,
                            right,
                            toRight,
                            toLeft,
                            services.memory().all(),
                            services.settings().current(),
                            totals,
                            services.certificates().all().size(),
                            new ReportFacts.VaultFacts(vault.state(), vault.protection()),
                            lastLines());
            new FxThread().execute(() -> taken.accept(facts));
        });
    }

    private List<TranscriptLine> lastLines() {
        List<TranscriptLine> all = services.transcript().since(0).lines();
        return all.subList(Math.max(0, all.size() - LINES), all.size());
    }
}
