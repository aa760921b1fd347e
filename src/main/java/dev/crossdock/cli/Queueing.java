package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.queue.Priority;
import dev.crossdock.queue.SpecJson;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Hands the jobs of `copy --queue` to the queue that is kept.
final class Queueing {

    private static final int AT_ONCE = 1_000;

    private final QueueGates gates;
    private final Streams streams;
    private final Priority priority;
    private final Optional<Instant> at;
    private final boolean json;

    /// @param at when they may start at the earliest
    Queueing(
            QueueGates gates,
            Streams streams,
            Priority priority,
            Optional<Instant> at,
            boolean json) {
        this.gates = gates;
        this.streams = streams;
        this.priority = priority;
        this.at = at;
        this.json = json;
    }

    /// @return whether they are on disk now
    boolean add(List<JobSpec> jobs, Collection<Login> logins)
            throws UsageException, FailureException, InterruptedException {
        try (QueueGate gate = gates.open()) {
            boolean well = true;
            for (int from = 0; from < jobs.size(); from += AT_ONCE) {
                List<JobSpec> some = jobs.subList(from, Math.min(jobs.size(), from + AT_ONCE));
                JsonNode answer = gate.ask("queue.add", arguments(some, logins));
                answer.path("ids").forEach(id -> tell(id.asLong()));
                JsonNode trouble = answer.path("trouble");
                if (trouble.isTextual()) {
                    streams.say(trouble.asText());
                    well = false;
                }
            }
            return well;
        }
    }

    private ObjectNode arguments(List<JobSpec> jobs, Collection<Login> logins) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        ArrayNode servers = arguments.putArray("servers");
        logins.stream()
                .map(Login::server)
                .filter(server -> !server.isLocal())
                .forEach(server -> servers.add(QueueDesk.node(server)));
        ArrayNode specs = arguments.putArray("jobs");
        jobs.forEach(spec -> SpecJson.write(spec, specs.addObject()));
        arguments.put("priority", priority.name());
        at.ifPresent(when -> arguments.put("at", when.toString()));
        return arguments;
    }

    private void tell(long id) {
        streams.out().print(json ? "{\"id\":" + id + "}\n" : "queued as " + id + "\n");
        streams.out().flush();
    }
}
