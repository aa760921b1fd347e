package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Locale;

/// A job of the queue, and the queue as a whole, each in one line for people. Pure.
final class JobLine {

    private JobLine() {}

    /// `12 waiting site:alpha/a -> site:beta/a, 1.2 MB`.
    static String of(JsonNode job) {
        var line =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "%d %s %s -> %s",
                                job.path("id").asLong(),
                                job.path("state").asText(),
                                job.path("source").asText(),
                                job.path("target").asText()));
        if (job.path("size").isNumber()) {
            line.append(", ").append(Amount.bytes(job.path("size").asLong()));
        }
        if (!job.path("priority").asText("normal").equals("normal")) {
            line.append(", ").append(job.path("priority").asText());
        }
        if (job.path("due").isTextual()) {
            line.append(", not before ").append(job.path("due").asText());
        }
        JsonNode failure = job.path("failure");
        if (failure.isObject()) {
            line.append(", ").append(failure.path("message").asText());
        }
        return PlainText.line(line.toString());
    }

    /// `2 running, 14 waiting, 1 failed, 30 ended`.
    static String totals(JsonNode totals) {
        var parts = new ArrayList<String>();
        for (String each : new String[] {"running", "waiting", "paused", "failed", "ended"}) {
            long count = totals.path(each).asLong();
            if (count > 0) {
                parts.add(count + " " + each);
            }
        }
        String words = parts.isEmpty() ? "The queue is empty." : String.join(", ", parts) + ".";
        return totals.path("held").asBoolean() ? words + " The queue is paused." : words;
    }
}
