package dev.crossdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What a file of ours holds: the things in it, and what in it is no such thing.
///
/// @param aside what could not be read, each with its reason; goes back into the file as it is
/// @param complaints one sentence for each that was put aside by this reading
public record Entries<T>(List<T> things, List<JsonNode> aside, List<String> complaints) {

    private static final String ASIDE = "setAside";

    public Entries {
        things = List.copyOf(things);
        aside = List.copyOf(aside);
        complaints = List.copyOf(complaints);
    }

    public static <T> Entries<T> none() {
        return new Entries<>(List.of(), List.of(), List.of());
    }

    /// Of two entries with one key the first counts.
    public static <T> Entries<T> read(Shape<T> shape, ObjectNode root) {
        var things = new ArrayList<T>();
        var aside = new ArrayList<JsonNode>();
        var complaints = new ArrayList<String>();
        root.path(ASIDE).forEach(aside::add);
        var keys = new HashSet<Object>();
        int number = 0;
        for (JsonNode entry : root.path(shape.list())) {
            number++;
            try {
                T thing = shape.read(new Fields(entry));
                if (!keys.add(shape.key(thing))) {
                    throw new IllegalArgumentException("It is there a second time.");
                }
                things.add(thing);
            } catch (IllegalArgumentException e) {
                String reason = String.valueOf(e.getMessage());
                complaints.add("Number " + number + ": " + reason);
                aside.add(root.objectNode().put("reason", reason).set("entry", entry));
            }
        }
        return new Entries<>(things, aside, complaints);
    }

    /// Fills an empty tree.
    public ObjectNode write(Shape<T> shape, ObjectNode root) {
        ArrayNode list = root.putArray(shape.list());
        for (T thing : things) {
            shape.write(thing, list.addObject());
        }
        if (!aside.isEmpty()) {
            root.putArray(ASIDE).addAll(aside);
        }
        return root;
    }

    public Entries<T> with(List<T> others) {
        return new Entries<>(others, aside, List.of());
    }
}
