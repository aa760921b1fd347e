package dev.crossdock.site;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Reads the fields of one entry; what is missing or of the wrong type is said by name.
record Fields(JsonNode node) {

    Fields {
        if (!node.isObject()) {
            throw new IllegalArgumentException("It is not an object.");
        }
    }

    String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> new IllegalArgumentException("“" + name + "” is missing."));
    }

    Optional<String> optionalText(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("“" + name + "” is not a text.");
        }
        return Optional.of(value.textValue());
    }

    Fields object(String name) {
        JsonNode value = node.path(name);
        if (!value.isObject()) {
            throw new IllegalArgumentException("“" + name + "” is not an object.");
        }
        return new Fields(value);
    }

    int number(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException("“" + name + "” is not a whole number.");
        }
        return value.intValue();
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("“" + name + "” is not a point in time.", e);
        }
    }

    /// A constant by its name in lower case.
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String word = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("“" + name + "” cannot be “" + word + "”.");
    }
}
