package dev.crossdock.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.TransferSettings.Copies;
import dev.crossdock.site.TransferSettings.Exists;
import dev.crossdock.site.TransferSettings.Locking;
import dev.crossdock.site.TransferSettings.NewVersions;
import dev.crossdock.site.TransferSettings.Order;
import dev.crossdock.site.TransferSettings.Retry;
import dev.crossdock.site.TransferSettings.SiteSlots;
import dev.crossdock.site.TransferSettings.Skips;
import dev.crossdock.site.TransferSettings.Slots;
import dev.crossdock.site.TransferSettings.Then;
import dev.crossdock.site.TransferSettings.WhenDone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class SettingsTest {

    private static final SiteId ALPHA = new SiteId("alpha");
    private static final SiteId BETA = new SiteId("beta");

    private final Path file;
    private final Settings settings;

    SettingsTest(@TempDir Path folder) {
        file = folder.resolve("settings.json");
        settings = new Settings(file);
    }

    @Test
    void whoHasChangedNothingHasTheUsualOnes() {
        assertEquals(TransferSettings.usual(), settings.current());
        assertTrue(settings.notice().isEmpty());
        assertFalse(Files.exists(file));
    }

    @Test
    void whatWasChangedIsThereLater() throws FailureException {
        TransferSettings all = everythingElse();
        settings.change(_ -> all);
        var later = new Settings(file);
        assertEquals(all, later.current());
        assertTrue(later.notice().isEmpty());
    }

    @Test
    void whatIsUsualAgainLeavesNoTrace() throws FailureException, IOException {
        settings.change(before -> before.with(new Copies(true, 8)));
        settings.change(before -> before.with(new Copies(false, 0)));
        assertFalse(Files.readString(file).contains("copies"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"part\":\"copies\",\"keepTimes\":\"yes\",\"rollBack\":0}",
                "{\"part\":\"copies\",\"keepTimes\":true,\"rollBack\":-1}",
                "{\"part\":\"copies\",\"keepTimes\":true,\"rollBack\":99999999999}",
                "{\"part\":\"copies\",\"keepTimes\":true,\"rollBack\":1.5}",
                "{\"part\":\"exists\",\"upload\":\"destroy\",\"download\":\"ask\",\"between\":\"ask\"}",
                "{\"part\":\"exists\"}",
                "{\"part\":\"skips\",\"everywhere\":{},\"sites\":[]}",
                "{\"part\":\"skips\",\"everywhere\":[7],\"sites\":[]}",
                "{\"part\":\"skips\",\"everywhere\":[{\"names\":\"(\",\"syntax\":\"regex\","
                        + "\"scope\":\"both\"}],\"sites\":[]}",
                "{\"part\":\"skips\",\"everywhere\":[],\"sites\":[{\"site\":\""
                        + " \",\"patterns\":[]}]}",
                "{\"part\":\"skips\",\"everywhere\":[],\"sites\":[{\"site\":\"a\",\"patterns\":[]},"
                        + "{\"site\":\"a\",\"patterns\":[]}]}",
                "{\"part\":\"retry\",\"tries\":0,\"firstDelaySeconds\":5,\"longestDelaySeconds\":9}",
                "{\"part\":\"retry\",\"tries\":5,\"firstDelaySeconds\":9,\"longestDelaySeconds\":5}",
                "{\"part\":\"retry\",\"tries\":5,\"firstDelaySeconds\":-2147483648,"
                        + "\"longestDelaySeconds\":2147483647}",
                "{\"part\":\"slots\",\"betweenTwo\":0,\"inAll\":1,\"sites\":[]}",
                "{\"part\":\"slots\",\"betweenTwo\":1,\"inAll\":1,"
                        + "\"sites\":[{\"site\":\"a\",\"logins\":0}]}",
                "{\"part\":\"then\",\"action\":\"format the disk\"}",
                "{\"part\":\"of a later time\",\"x\":1}",
                "{}",
                "null",
                "[]"
            })
    void aPartThatMakesNoSenseIsSaidAndKeptAsideAndTheOthersHold(String broken)
            throws FailureException, IOException {
        Files.writeString(
                file,
                "{\"version\":1,\"settings\":[%s,{\"part\":\"then\",\"action\":\"quit\"}]}"
                        .formatted(broken));
        var then = new Then(WhenDone.QUIT);
        assertEquals(TransferSettings.usual().with(then), settings.current());
        assertTrue(settings.notice().orElseThrow().contains("settings"));
        settings.change(before -> before.with(new Copies(true, 0)));
        String kept = Files.readString(file).replaceAll("\\s", "");
        assertTrue(kept.contains(broken.replaceAll("\\s", "")), kept);
    }

    @Test
    void ofTwoPartsOfAKindTheFirstHolds() throws IOException {
        Files.writeString(
                file,
                """
                {"version":1,"settings":[{"part":"then","action":"quit"},
                {"part":"then","action":"nothing"}]}
                """);
        assertEquals(WhenDone.QUIT, settings.current().then().action());
        assertTrue(settings.notice().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"version\":1}",
                "{\"version\":99,\"settings\":[]}",
                "{\"version\":1,\"settings\":{}}",
                "\0\0\0"
            })
    void aDamagedFileIsSetAsideAndNothingIsLost(String text) throws IOException, FailureException {
        Files.writeString(file, text);
        assertEquals(TransferSettings.usual(), settings.current());
        assertTrue(settings.notice().orElseThrow().contains("set aside"));
        settings.change(before -> before.with(new Then(WhenDone.QUIT)));
        try (var files = Files.list(file.getParent())) {
            Path aside =
                    files.filter(each -> each.toString().contains("unreadable"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(text, Files.readString(aside));
        }
        assertEquals(WhenDone.QUIT, new Settings(file).current().then().action());
    }

    @ParameterizedTest
    @CsvSource({"this-computer, a, OVERWRITE", "a, this-computer, SKIP", "a, b, RENAME"})
    void eachDirectionHasItsRuleForExistingFiles(SiteId from, SiteId to, ExistsRule rule) {
        var all =
                TransferSettings.usual()
                        .with(new Exists(ExistsRule.OVERWRITE, ExistsRule.SKIP, ExistsRule.RENAME))
                        .with(new Copies(true, 8));
        assertEquals(
                TransferPolicy.secure(rule).keepingTimes(true).rollingBack(8),
                all.policy(TransferPolicy.secure(ExistsRule.ASK), from, to));
    }

    @Test
    void aSitesSkipListHoldsToAndFromItBesidesTheOneForAll() {
        var rules =
                new Skips(
                        List.of(NamePattern.files("*.nfo")),
                        Map.of(ALPHA, List.of(NamePattern.files("*.jpg"))));
        for (var both : List.of(rules.rules(ALPHA, BETA), rules.rules(BETA, ALPHA))) {
            assertTrue(both.matching("a.nfo", JobSpec.Kind.FILE).isPresent());
            assertTrue(both.matching("a.jpg", JobSpec.Kind.FILE).isPresent());
        }
        var other = rules.rules(BETA, SiteId.LOCAL);
        assertTrue(other.matching("a.nfo", JobSpec.Kind.FILE).isPresent());
        assertTrue(other.matching("a.jpg", JobSpec.Kind.FILE).isEmpty());
    }

    @Test
    void aListHasBounds() {
        List<NamePattern> many = Collections.nCopies(501, NamePattern.files("*.nfo"));
        assertThrows(IllegalArgumentException.class, () -> new Order(many));
        assertThrows(IllegalArgumentException.class, () -> new Skips(many, Map.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new Skips(List.of(), Map.of(ALPHA, many)));
    }

    private static TransferSettings everythingElse() {
        var regex = new NamePattern("^\\.", Syntax.REGEX, Scope.BOTH);
        return new TransferSettings(
                new Exists(
                        ExistsRule.OVERWRITE_NEWER,
                        ExistsRule.OVERWRITE_OTHER_SIZE,
                        ExistsRule.OVERWRITE_NEWER_OR_OTHER_SIZE),
                new Copies(true, TransferPolicy.MOST_ROLL_BACK),
                new Skips(
                        List.of(regex),
                        Map.of(ALPHA, List.of(NamePattern.files("*ü.nfo")), BETA, List.of(regex))),
                new Order(List.of(regex, NamePattern.files("*.nfo"))),
                new Retry(9, Duration.ofSeconds(1), Duration.ofDays(1)),
                new Slots(
                        3,
                        9,
                        Map.of(
                                ALPHA,
                                SiteSlots.UNBOUNDED,
                                BETA,
                                new SiteSlots(
                                        OptionalInt.of(3),
                                        OptionalInt.empty(),
                                        OptionalInt.of(1)))),
                new Then(WhenDone.QUIT),
                new Locking(Duration.ofMinutes(7)),
                new NewVersions(true));
    }
}
