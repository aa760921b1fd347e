package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.queue.JobView;
import dev.crossdock.site.Endpoint;
import dev.crossdock.site.ServerDirectory;

import java.util.Locale;
import java.util.Optional;

/// A job of the queue as scripts read it.
final class JobJsonView {

    private final ServerDirectory servers;

    JobJsonView(ServerDirectory servers) {
        this.servers = servers;
    }

    /// How the user writes the server of a site; one that is not known any more has its id.
    Login login(SiteId site) {
        if (site.isLocal()) {
            return new Login(Server.LOCAL, "", Optional.empty());
        }
        Optional<Server> found = servers.find(site);
        if (found.isEmpty()) {
            var unknown =
                    new Server(site, site.value(), "unknown.invalid", 21, TlsMode.EXPLICIT, "-");
            return new Login(
                    unknown, "site:" + PercentText.encodePath(site.value()), Optional.empty());
        }
        Server server = found.get();
        String prefix =
                servers.isSaved(site)
                        ? "site:" + PercentText.encodePath(server.name())
                        : withUser(MemoText.url(Endpoint.of(server)), server.user());
        return new Login(server, prefix, Optional.empty());
    }

    ObjectNode of(JobView job) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Login source = login(job.spec().source());
        Login target = login(job.spec().target());
        node.put("id", job.id().value())
                .put("kind", job.spec().kind().name().toLowerCase(Locale.ROOT))
                .put("state", job.state().word())
                .put("priority", job.priority().word())
                .put("source", source.at(job.spec().sourcePath()).url())
                .put("target", target.at(job.spec().targetPath()).url())
                .put("batch", job.batch())
                .put("attempts", job.attempts());
        job.size().ifPresent(size -> node.put("size", size));
        job.due().ifPresent(due -> node.put("due", due.toString()));
        job.started().ifPresent(when -> node.put("started", when.toString()));
        job.ended().ifPresent(when -> node.put("ended", when.toString()));
        switch (job.progress()) {
            case Progress.Unknown() -> {}
            case Progress.Counted(long bytes) -> node.put("bytes", bytes);
            case Progress.Observed(long bytes, _) -> node.put("bytes", bytes);
        }
        job.route().ifPresent(route -> Json.roles(node.putObject("route"), route));
        job.outcome().ifPresent(outcome -> outcome(outcome, node));
        return node;
    }

    private static void outcome(Outcome outcome, ObjectNode node) {
        switch (outcome) {
            case Outcome.Done done ->
                    node.put("bytes", done.bytes())
                            .put("seconds", done.elapsed().toMillis() / 1000.0)
                            .put("protection", done.protection().word())
                            .put("verified", done.verified().word())
                            .put("note", done.note());
            case Outcome.Expanded(int files, int folders, int leftOut, String note) ->
                    node.put("files", files)
                            .put("folders", folders)
                            .put("leftOut", leftOut)
                            .put("note", note);
            case Outcome.Skipped(String reason) -> node.put("note", reason);
            case Outcome.Cancelled(String note) -> node.put("note", note);
            case Outcome.Failed(Failure failure) ->
                    Json.failure(node.putObject("failure"), failure);
        }
    }

    private static String withUser(String url, String user) {
        int host = url.indexOf("://") + 3;
        return url.substring(0, host) + PercentText.encodePath(user) + "@" + url.substring(host);
    }
}
