package dev.crossdock.ftp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the answer to FEAT (RFC 2389). Pure.
final class FeatReply {

    private static final Map<String, Capability> BY_LINE = byLine();

    private FeatReply() {}

    static Capabilities read(Reply reply) {
        String[] lines = reply.text().split("\n", -1);
        Map<Capability, String> found = new EnumMap<>(Capability.class);
        List<String> facts = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        // The first and the last line are greeting and farewell, except in a one-line answer.
        for (int i = 1; i < lines.length - 1; i++) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            List<Capability> known = capabilities(line);
            known.forEach(capability -> found.putIfAbsent(capability, line));
            if (known.contains(Capability.MLST)) {
                facts.addAll(arguments(line, 5));
            } else if (known.contains(Capability.HASH)) {
                hashes.addAll(defaultFirst(arguments(line, 5)));
            } else if (known.isEmpty()) {
                unknown.add(line);
            }
        }
        return new Capabilities(
                found, facts.stream().map(FeatReply::fact).toList(), hashes, unknown);
    }

    private static List<Capability> capabilities(String line) {
        String upper = line.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (upper.startsWith("AUTH ")) {
            return auth(upper.substring(5));
        }
        return Optional.ofNullable(BY_LINE.get(upper))
                .or(() -> Optional.ofNullable(BY_LINE.get(verb(upper))))
                .map(List::of)
                .orElse(List.of());
    }

    /// `AUTH TLS`, `AUTH TLS;SSL;TLS-P`, `AUTH TLS +proxy`.
    private static List<Capability> auth(String words) {
        List<String> offered = Arrays.asList(words.split("[ ;,]+"));
        var found = new ArrayList<Capability>();
        if (offered.contains("TLS") || offered.contains("TLS-C")) {
            found.add(Capability.AUTH_TLS);
            if (offered.contains("+PROXY")) {
                found.add(Capability.PROXY);
            }
        }
        return found;
    }

    private static List<String> arguments(String line, int from) {
        if (line.length() <= from) {
            return List.of();
        }
        return Arrays.stream(line.substring(from).split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String fact(String word) {
        String name = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
        return name.toLowerCase(Locale.ROOT);
    }

    /// `SHA-1*;SHA-256`: the star marks what the server uses unless told otherwise.
    private static List<String> defaultFirst(List<String> words) {
        var sorted = new ArrayList<String>();
        for (String word : words) {
            if (word.endsWith("*")) {
                sorted.addFirst(word.substring(0, word.length() - 1));
            } else {
                sorted.add(word);
            }
        }
        return sorted;
    }

    private static String verb(String line) {
        int end = line.indexOf(' ');
        return end < 0 ? line : line.substring(0, end);
    }

    private static Map<String, Capability> byLine() {
        var map = new HashMap<String, Capability>();
        for (Capability capability : Capability.values()) {
            map.put(capability.label().toUpperCase(Locale.ROOT), capability);
        }
        map.put("UTF-8", Capability.UTF8);
        map.put("MLSD", Capability.MLST);
        map.put("XSHA", Capability.XSHA1);
        map.remove(Capability.PROXY.label().toUpperCase(Locale.ROOT));
        map.remove(Capability.AUTH_TLS.label());
        return Map.copyOf(map);
    }
}
