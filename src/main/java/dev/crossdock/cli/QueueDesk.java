package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.Priority;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.SpecJson;
import dev.crossdock.queue.Totals;
import dev.crossdock.queue.Wish;
import dev.crossdock.site.ServerDirectory;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries out what the commands for the queue ask, in whichever program has the queue.
///
/// The arguments may come from another program; nothing in them is believed to be whole.
public final class QueueDesk {

    private static final int MOST = 1_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final QueueService queue;
    private final ServerDirectory servers;
    private final Newcomers newcomers;
    private final JobJsonView views;

    public QueueDesk(QueueService queue, ServerDirectory servers) {
        this(queue, servers, Newcomers.UNHEARD);
    }

    QueueDesk(QueueService queue, ServerDirectory servers, Newcomers newcomers) {
        this.queue = queue;
        this.newcomers = newcomers;
        this.servers = servers;
        this.views = new JobJsonView(servers);
    }

    /// @throws UsageException if there is no such command, or its arguments are none
    public JsonNode handle(String command, JsonNode arguments)
            throws UsageException, FailureException, InterruptedException {
        try {
            return switch (command) {
                case "queue.list" -> list(arguments);
                case "queue.add" -> add(arguments);
                case "queue.pause" -> pause(arguments);
                case "queue.resume" -> resume(arguments);
                case "queue.retry" -> retry(arguments);
                case "queue.remove" -> remove(arguments);
                case "queue.run" -> run();
                default -> throw new UsageException("The queue has no command " + command + ".");
            };
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new UsageException(
                    "The queue was asked for what cannot be: " + wrong.getMessage());
        }
    }

    private JsonNode list(JsonNode arguments) throws InterruptedException {
        stored();
        QueueList list = QueueList.valueOf(text(arguments, "list").orElse("OPEN"));
        int from = arguments.path("from").asInt();
        int most = Math.clamp(arguments.path("most").asInt(MOST), 1, MOST);
        ObjectNode answer = NODES.objectNode();
        ArrayNode jobs = answer.putArray("jobs");
        for (JobView job : queue.page(list, from, most)) {
            jobs.add(views.of(job));
        }
        totals(answer.putObject("totals"), queue.changesSince(Long.MAX_VALUE).totals());
        return answer;
    }

    private JsonNode add(JsonNode arguments)
            throws UsageException, FailureException, InterruptedException {
        for (JsonNode node : arguments.path("servers")) {
            servers.keep(server(node));
        }
        var specs = new ArrayList<JobSpec>();
        for (JsonNode node : arguments.path("jobs")) {
            specs.add(SpecJson.read(node));
        }
        tell(specs);
        Optional<Instant> at = text(arguments, "at").map(Instant::parse);
        Priority priority =
                Priority.valueOf(text(arguments, "priority").orElse(Priority.NORMAL.name()));
        var ids = queue.add(specs, new Wish(priority, at, arguments.path("paused").asBoolean()));
        ObjectNode answer = stored();
        ArrayNode added = answer.putArray("ids");
        ids.forEach(id -> added.add(id.value()));
        return answer;
    }

    private JsonNode pause(JsonNode arguments) throws InterruptedException {
        List<JobId> ids = ids(arguments);
        if (ids.isEmpty()) {
            queue.hold(arguments.path("now").asBoolean() ? Hold.NOW : Hold.AFTER_CURRENT);
        } else {
            queue.pause(ids);
        }
        return changed(ids);
    }

    private JsonNode resume(JsonNode arguments) throws InterruptedException {
        List<JobId> ids = ids(arguments);
        if (ids.isEmpty()) {
            queue.hold(Hold.NONE);
        } else {
            queue.letGo(ids);
        }
        return changed(ids);
    }

    private JsonNode retry(JsonNode arguments) throws UsageException, InterruptedException {
        List<JobId> ids = ids(arguments);
        if (ids.isEmpty()) {
            tellOfFailed();
            queue.retryAllFailed();
        } else {
            tell(specs(queue.views(ids)));
            queue.retry(ids);
        }
        return changed(ids);
    }

    private JsonNode remove(JsonNode arguments) throws InterruptedException {
        List<JobId> ids = ids(arguments);
        Optional<String> list = text(arguments, "list");
        if (list.isPresent()) {
            QueueList cleared = QueueList.valueOf(list.get());
            if (cleared == QueueList.OPEN) {
                queue.cancelAll();
            } else {
                queue.clear(cleared);
            }
        } else {
            queue.cancel(ids);
            queue.remove(ids);
        }
        return changed(ids);
    }

    private JsonNode run() throws InterruptedException {
        queue.hold(Hold.NONE);
        return stored();
    }

    private void tellOfFailed() throws UsageException {
        int from = 0;
        List<JobView> some = queue.page(QueueList.FAILED, from, MOST);
        while (!some.isEmpty()) {
            tell(specs(some));
            from += some.size();
            some = queue.page(QueueList.FAILED, from, MOST);
        }
    }

    private void tell(List<JobSpec> specs) throws UsageException {
        for (JobSpec spec : specs) {
            newcomers.come(spec.source(), spec.target());
        }
    }

    private static List<JobSpec> specs(List<JobView> jobs) {
        return jobs.stream().map(JobView::spec).toList();
    }

    /// Which of the jobs there are, once all is on disk.
    private JsonNode changed(List<JobId> ids) throws InterruptedException {
        ObjectNode answer = stored();
        ArrayNode unknown = answer.putArray("unknown");
        for (JobId id : ids) {
            boolean isNumber = id.value() >= 1 && id.value() <= queue.lastId();
            if (!isNumber && queue.find(id).isEmpty()) {
                unknown.add(id.value());
            }
        }
        totals(answer.putObject("totals"), queue.changesSince(Long.MAX_VALUE).totals());
        return answer;
    }

    private ObjectNode stored() throws InterruptedException {
        ObjectNode answer = NODES.objectNode();
        queue.awaitStored().ifPresent(trouble -> answer.put("trouble", trouble));
        return answer;
    }

    private static void totals(ObjectNode node, Totals totals) {
        node.put("running", totals.running())
                .put("waiting", totals.waiting())
                .put("paused", totals.paused())
                .put("failed", totals.failed())
                .put("ended", totals.ended())
                .put("held", totals.hold() != Hold.NONE);
        totals.trouble().ifPresent(words -> node.put("trouble", words));
    }

    private static List<JobId> ids(JsonNode arguments) {
        var ids = new ArrayList<JobId>();
        for (JsonNode id : arguments.path("ids")) {
            ids.add(new JobId(id.asLong()));
        }
        return ids;
    }

    static ObjectNode node(Server server) {
        return NODES.objectNode()
                .put("id", server.id().value())
                .put("name", server.name())
                .put("host", server.host())
                .put("port", server.port())
                .put("tls", server.tls().name())
                .put("user", server.user());
    }

    private static Server server(JsonNode node) {
        return new Server(
                new SiteId(node.path("id").asText()),
                node.path("name").asText(),
                node.path("host").asText(),
                node.path("port").asInt(),
                TlsMode.valueOf(node.path("tls").asText()),
                node.path("user").asText());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
