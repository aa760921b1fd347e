package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.exchange.Finding;

import java.util.List;

/// Prints what came of each site of a file.
final class FindingReport {

    private final Streams streams;
    private final boolean json;
    private final Json objects = new Json();

    FindingReport(Streams streams, boolean json) {
        this.streams = streams;
        this.json = json;
    }

    void print(List<Finding> findings) {
        for (Finding finding : findings) {
            streams.out().print((json ? object(finding) : text(finding)) + "\n");
        }
        streams.out().flush();
    }

    private String object(Finding finding) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("outcome", finding.word());
        object.put("site", finding.site().isEmpty() ? null : finding.site());
        object.put("message", finding.message());
        return objects.line(object);
    }

    private static String text(Finding finding) {
        return "%-8s %s".formatted(finding.word(), PlainText.name(finding.words()));
    }
}
