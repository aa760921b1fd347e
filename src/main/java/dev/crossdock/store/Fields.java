package dev.crossdock.store;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the fields of one entry; what is missing or of the wrong type is said by name.
public record Fields(JsonNode node) {

    public Fields {
        if (!node.isObject()) {
            throw new IllegalArgumentException("It is not an object.");
        }
    }

    public String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> new IllegalArgumentException("“" + name + "” is missing."));
    }

    public Optional<String> optionalText(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("“" + name + "” is not a text.");
        }
        return Optional.of(value.textValue());
    }

    public Fields object(String name) {
        JsonNode value = node.path(name);
        if (!value.isObject()) {
            throw new IllegalArgumentException("“" + name + "” is not an object.");
        }
        return new Fields(value);
    }

    public Optional<Fields> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public boolean has(String name) {
        return !node.path(name).isMissingNode();
    }

    /// The texts of a list.
    public List<String> texts(String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            throw new IllegalArgumentException("“" + name + "” is not a list.");
        }
        var texts = new ArrayList<String>();
        for (JsonNode each : value) {
            if (!each.isTextual()) {
                throw new IllegalArgumentException("“" + name + "” holds something but texts.");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    /// The objects of a list.
    public List<Fields> objects(String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            throw new IllegalArgumentException("“" + name + "” is not a list.");
        }
        var objects = new ArrayList<Fields>();
        value.forEach(each -> objects.add(new Fields(each)));
        return objects;
    }

    public boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("“" + name + "” is neither true nor false.");
        }
        return value.booleanValue();
    }

    public OptionalInt optionalNumber(String name) {
        return node.path(name).isMissingNode() ? OptionalInt.empty() : OptionalInt.of(number(name));
    }

    public int number(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException("“" + name + "” is not a whole number.");
        }
        return value.intValue();
    }

    public Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("“" + name + "” is not a point in time.", e);
        }
    }

    /// How a constant stands in a file; [#choice] reads it.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// A constant by its [#word].
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String word = text(name);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("“" + name + "” cannot be “" + word + "”.");
    }
}
