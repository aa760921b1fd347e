package dev.crossdock.ui.shell;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.QueueService;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.Settings;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.pane.Intents;
import dev.crossdock.ui.pane.Notice;
import dev.crossdock.ui.pane.PaneViewModel;
import dev.crossdock.ui.pane.Selection;
import dev.crossdock.ui.route.RulesViewModel;

import java.util.List;
import java.util.Optional;

/// Turns a selection of one pane into jobs for the folder of the other.
final class CopyAction {

    private final QueueService queue;
    private final ServerDirectory servers;
    private final RulesViewModel rules;
    private final Settings settings;

    CopyAction(
            QueueService queue, ServerDirectory servers, RulesViewModel rules, Settings settings) {
        this.queue = queue;
        this.servers = servers;
        this.rules = rules;
        this.settings = settings;
    }

    /// Copies what is selected into the folder that the other pane shows.
    void copy(PaneViewModel from, PaneViewModel to) {
        if (to.facts().isEmpty()) {
            from.noticeProperty().set(Optional.of(Notice.of(Strings.text("shell.notConnected"))));
            return;
        }
        from.selection().ifPresent(selection -> drop(selection, to, to.folder()));
    }

    /// Copies what was dropped into a folder of the pane it was dropped on.
    void drop(Selection selection, PaneViewModel on, RemotePath folder) {
        on.facts()
                .ifPresent(facts -> {
                    if (selection.site().isLocal() && facts.server().isLocal()) {
                        on.noticeProperty()
                                .set(Optional.of(Notice.of(Strings.text("shell.bothLocal"))));
                        return;
                    }
                    var policy = policy(selection.site(), facts.server());
                    var intent = Intents.copy(selection, facts.server().id(), folder, policy);
                    if (!intent.jobs().isEmpty()) {
                        keep(selection.site(), facts.server(), on);
                        queue.add(intent.jobs());
                    }
                    if (!intent.leftOut().isEmpty()) {
                        on.noticeProperty().set(Optional.of(notice(intent.leftOut())));
                    }
                });
    }

    /// The jobs outlive the window, so their servers have to.
    private void keep(SiteId source, Server target, PaneViewModel on) {
        try {
            servers.keep(target);
            Optional<Server> from = servers.find(source);
            if (from.isPresent()) {
                servers.keep(from.get());
            }
        } catch (FailureException failed) {
            on.noticeProperty().set(Optional.of(Notice.of(failed.failure().words())));
        }
    }

    private TransferPolicy policy(SiteId source, Server target) {
        TransferPolicy allowed =
                servers.find(source)
                        .map(from -> rules.policy(from, target))
                        .orElseGet(() -> TransferPolicy.secure(ExistsRule.ASK));
        return settings.current().policy(allowed, source, target.id());
    }

    private static Notice notice(List<Intents.LeftOut> leftOut) {
        List<String> lines = leftOut.stream().map(CopyAction::words).toList();
        return lines.size() == 1
                ? Notice.of(lines.getFirst())
                : new Notice(Strings.count("shell.leftOut", lines.size()), Optional.empty(), lines);
    }

    private static String words(Intents.LeftOut out) {
        return Strings.text(
                "shell.leftOut." + out.reason().name(), VisibleText.of(out.entry().name()));
    }
}
