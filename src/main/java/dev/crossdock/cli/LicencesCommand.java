package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.crossdock.about.Library;
import dev.crossdock.about.Parts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// `crossdock licences`: what is shipped, and under which terms.
@Command(
        name = "licences",
        aliases = "licenses",
        mixinStandardHelpOptions = true,
        description = {
            "The libraries in this Crossdock: name, version and licence, one a line. Crossdock",
            "itself is under the Apache License 2.0."
        })
final class LicencesCommand implements Callable<Integer> {

    private final Streams streams;
    private final Supplier<Parts> parts;
    private final Json objects = new Json();

    @Option(names = "--json", description = "One object a line.")
    private boolean json;

    LicencesCommand(Streams streams, Supplier<Parts> parts) {
        this.streams = streams;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        return switch (parts.get()) {
            case Parts.Listed(var libraries) -> {
                libraries.forEach(one -> streams.out().println(json ? object(one) : line(one)));
                yield ExitCode.DONE;
            }
            case Parts.NotBuilt _ ->
                    refused(
                            "This Crossdock was started from its sources, which have no list of"
                                    + " libraries. “mvn package” makes one.");
            case Parts.Unreadable(String reason) ->
                    refused(
                            "The list of libraries cannot be read: "
                                    + reason
                                    + ". Install Crossdock again.");
        };
    }

    private int refused(String words) {
        streams.say(words);
        return ExitCode.NOT_STARTED;
    }

    private static String line(Library library) {
        return PlainText.line(library.name())
                + "  "
                + PlainText.line(library.version())
                + "  "
                + PlainText.line(library.licence());
    }

    private String object(Library library) {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("name", library.name());
        object.put("group", library.group());
        object.put("version", library.version());
        ArrayNode licences = object.putArray("licences");
        library.licences().forEach(licences::add);
        return objects.line(object);
    }
}
