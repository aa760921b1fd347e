package dev.crossdock.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.TransferSettings.Copies;
import dev.crossdock.site.TransferSettings.Exists;
import dev.crossdock.site.TransferSettings.Locking;
import dev.crossdock.site.TransferSettings.NewVersions;
import dev.crossdock.site.TransferSettings.Order;
import dev.crossdock.site.TransferSettings.Part;
import dev.crossdock.site.TransferSettings.Retry;
import dev.crossdock.site.TransferSettings.SiteSlots;
import dev.crossdock.site.TransferSettings.Skips;
import dev.crossdock.site.TransferSettings.Slots;
import dev.crossdock.site.TransferSettings.Then;
import dev.crossdock.site.TransferSettings.WhenDone;
import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// A part of the settings in `settings.json`.
final class SettingsShape implements Shape<Part> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String list() {
        return "settings";
    }

    @Override
    public String words() {
        return "settings";
    }

    @Override
    public Object key(Part part) {
        return part.getClass();
    }

    @Override
    public void write(Part part, ObjectNode into) {
        switch (part) {
            case Exists(var upload, var download, var between) ->
                    into.put("part", "exists")
                            .put("upload", upload.word())
                            .put("download", download.word())
                            .put("between", between.word());
            case Copies(var keepTimes, var rollBack) ->
                    into.put("part", "copies")
                            .put("keepTimes", keepTimes)
                            .put("rollBack", rollBack);
            case Skips(var everywhere, var bySite) -> {
                into.put("part", "skips");
                write(everywhere, into.putArray("everywhere"));
                writeSites(
                        bySite,
                        (patterns, site) -> write(patterns, site.putArray("patterns")),
                        into);
            }
            case Order(var first) -> {
                into.put("part", "order");
                write(first, into.putArray("first"));
            }
            case Retry(var tries, var firstDelay, var longestDelay) ->
                    into.put("part", "retry")
                            .put("tries", tries)
                            .put("firstDelaySeconds", firstDelay.toSeconds())
                            .put("longestDelaySeconds", longestDelay.toSeconds());
            case Slots(var betweenTwo, var inAll, var bySite) -> {
                into.put("part", "slots").put("betweenTwo", betweenTwo).put("inAll", inAll);
                writeSites(bySite, SettingsShape::write, into);
            }
            case Locking(var afterIdle) ->
                    into.put("part", "locking").put("afterIdleMinutes", afterIdle.toMinutes());
            case Then(var action) -> into.put("part", "then").put("action", Fields.word(action));
            case NewVersions(var weekly) ->
                    into.put("part", "newVersions").put("lookWeekly", weekly);
        }
    }

    @Override
    public Part read(Fields fields) {
        String part = fields.text("part");
        return switch (part) {
            case "exists" ->
                    new Exists(
                            rule(fields, "upload"),
                            rule(fields, "download"),
                            rule(fields, "between"));
            case "copies" -> new Copies(fields.flag("keepTimes"), fields.number("rollBack"));
            case "skips" ->
                    new Skips(
                            patterns(fields, "everywhere"),
                            bySite(fields, site -> patterns(site, "patterns")));
            case "order" -> new Order(patterns(fields, "first"));
            case "retry" ->
                    new Retry(
                            fields.number("tries"),
                            Duration.ofSeconds(fields.number("firstDelaySeconds")),
                            Duration.ofSeconds(fields.number("longestDelaySeconds")));
            case "slots" ->
                    new Slots(
                            fields.number("betweenTwo"),
                            fields.number("inAll"),
                            bySite(fields, SettingsShape::slots));
            case "locking" -> new Locking(Duration.ofMinutes(fields.number("afterIdleMinutes")));
            case "newVersions" -> new NewVersions(fields.flag("lookWeekly"));
            case "then" -> new Then(fields.choice("action", WhenDone.class));
            default -> throw new IllegalArgumentException("There is no part “" + part + "”.");
        };
    }

    private static void write(List<NamePattern> patterns, ArrayNode into) {
        for (NamePattern pattern : patterns) {
            into.addObject()
                    .put("names", pattern.text())
                    .put("syntax", Fields.word(pattern.syntax()))
                    .put("scope", Fields.word(pattern.scope()));
        }
    }

    private static List<NamePattern> patterns(Fields fields, String name) {
        return fields.objects(name).stream()
                .map(each ->
                        new NamePattern(
                                each.text("names"),
                                each.choice("syntax", Syntax.class),
                                each.choice("scope", Scope.class)))
                .toList();
    }

    private static void write(SiteSlots slots, ObjectNode into) {
        put(slots.logins(), "logins", into);
        put(slots.uploads(), "uploads", into);
        put(slots.downloads(), "downloads", into);
    }

    private static SiteSlots slots(Fields site) {
        return new SiteSlots(
                site.optionalNumber("logins"),
                site.optionalNumber("uploads"),
                site.optionalNumber("downloads"));
    }

    private static void put(OptionalInt number, String name, ObjectNode into) {
        number.ifPresent(known -> into.put(name, known));
    }

    private static <T> void writeSites(
            Map<SiteId, T> bySite, BiConsumer<T, ObjectNode> write, ObjectNode into) {
        ArrayNode sites = into.putArray("sites");
        bySite.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .forEach(entry ->
                        write.accept(
                                entry.getValue(),
                                sites.addObject().put("site", entry.getKey().value())));
    }

    private static <T> Map<SiteId, T> bySite(Fields fields, Function<Fields, T> read) {
        var bySite = new HashMap<SiteId, T>();
        for (Fields site : fields.objects("sites")) {
            var id = new SiteId(site.text("site"));
            if (bySite.putIfAbsent(id, read.apply(site)) != null) {
                throw new IllegalArgumentException("The site “" + id + "” is there a second time.");
            }
        }
        return bySite;
    }

    private static ExistsRule rule(Fields fields, String name) {
        String word = fields.text(name);
        return ExistsRule.ofWord(word)
                .orElseThrow(() ->
                        new IllegalArgumentException("“" + name + "” cannot be “" + word + "”."));
    }
}
