package dev.crossdock.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.TransferSettings;
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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class SettingsViewModelTest {

    private static final SiteId ALPHA = new SiteId("alpha");
    private static final SiteId GONE = new SiteId("gone");
    private static final List<Site> SITES =
            List.of(
                    new Site(
                            new Server(ALPHA, "alpha", "alpha.test", 21, TlsMode.EXPLICIT, "demo"),
                            Optional.empty()));
    private static final NamePattern TMP = NamePattern.files("*.tmp");
    private static final NamePattern GIT = new NamePattern("^[.]git$", Syntax.REGEX, Scope.FOLDERS);
    private static final SiteSlots THREE =
            new SiteSlots(OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(1));
    private static final TransferSettings OTHER =
            new TransferSettings(
                    new Exists(ExistsRule.SKIP, ExistsRule.RESUME, ExistsRule.OVERWRITE_NEWER),
                    new Copies(true, 1000),
                    new Skips(List.of(TMP), Map.of(ALPHA, List.of(GIT), GONE, List.of(TMP))),
                    new Order(List.of(TMP)),
                    new Retry(3, Duration.ofSeconds(7), Duration.ofSeconds(90)),
                    new Slots(4, 5, Map.of(ALPHA, THREE, GONE, THREE)),
                    new Then(WhenDone.QUIT),
                    new Locking(Duration.ofMinutes(7)),
                    new NewVersions(true));

    private final SettingsViewModel model = new SettingsViewModel(OTHER, SITES);

    @Test
    void whoOnlyLooksChangesNothing() {
        model.skip().whereProperty().set(Optional.of(ALPHA));
        assertTrue(model.rightProperty().get());
        assertEquals(List.of(), model.changed());
    }

    @Test
    void onlyThePartsThatWereChangedAreSaved() {
        model.exists().uploadProperty().set(ExistsRule.ASK);
        model.queue().tries().show(9);
        assertEquals(
                List.of(
                        new Exists(ExistsRule.ASK, ExistsRule.RESUME, ExistsRule.OVERWRITE_NEWER),
                        new Retry(9, Duration.ofSeconds(7), Duration.ofSeconds(90))),
                model.changed());
    }

    @Test
    void defaultsAreRestoredForOneTab() {
        model.restore(model.copies());
        assertEquals(List.of(TransferSettings.usual().copies()), model.changed());
        model.restore(model.exists());
        model.restore(model.skip());
        model.restore(model.order());
        model.restore(model.queue());
        model.restore(model.limits());
        model.restore(model.then());
        model.restore(model.locking());
        model.restore(model.updates());
        assertEquals(TransferSettings.usual(), OTHER.withAll(model.changed()));
    }

    @Test
    void nobodyIsAskedForNewVersionsBeforeTheUserSaysSo() {
        var fresh = new SettingsViewModel(TransferSettings.usual(), SITES);
        assertFalse(fresh.updates().weeklyProperty().get());
        fresh.updates().weeklyProperty().set(true);
        assertEquals(List.of(new NewVersions(true)), fresh.changed());
        fresh.restore(fresh.updates());
        assertEquals(List.of(), fresh.changed());
    }

    @Test
    void restoringTheQueueLeavesTheSitesAlone() {
        model.restore(model.queue());
        assertEquals(OTHER.slots().bySite(), OTHER.withAll(model.changed()).slots().bySite());
    }

    @Test
    void eachSiteHasAListOfItsOwn() {
        PatternList list = model.skip().list();
        model.skip().whereProperty().set(Optional.of(ALPHA));
        assertEquals(List.of(GIT), list.patterns());
        list.remove(0);
        model.skip().whereProperty().set(Optional.empty());
        assertEquals(List.of(TMP), list.patterns());
        assertEquals(List.of(new Skips(List.of(TMP), Map.of(GONE, List.of(TMP)))), model.changed());
    }

    @Test
    void namesAreTriedByTheListsThatHoldForThem() {
        Trial trial = model.skip().trial();
        trial.namesProperty().set("a.tmp\n .git/ \n\n/\n.git\nb.bak");
        assertEquals(
                List.of("Skipped by *.tmp", "Carried over", "Carried over", "Carried over"),
                words(trial));
        model.skip().whereProperty().set(Optional.of(ALPHA));
        assertEquals(
                List.of("Skipped by *.tmp", "Skipped by ^[.]git$", "Carried over", "Carried over"),
                words(trial));
        model.skip().list().typedProperty().set("*.bak");
        assertEquals("Skipped by *.bak", words(trial).getLast());
    }

    @Test
    void aRuleThatTakesTooLongIsTold() {
        Trial trial = model.skip().trial();
        trial.namesProperty().set("a".repeat(100) + "!");
        model.skip().list().syntaxProperty().set(Syntax.REGEX);
        model.skip().list().typedProperty().set("(.*a){20}$");
        assertEquals(List.of("Carried over; would take too long: (.*a){20}$"), words(trial));
    }

    @Test
    void aLongListOfNamesIsCutOff() {
        Trial trial = model.skip().trial();
        trial.namesProperty().set("a.tmp\n".repeat(Trial.MOST_NAMES + 1));
        assertEquals(Trial.MOST_NAMES, trial.verdicts().size());
    }

    @Test
    void whatCannotBeUsedKeepsTheWholeFromBeingSaved() {
        model.limits().sites().getFirst().uploads().typedProperty().set("many");
        assertFalse(model.rightProperty().get());
        model.restore(model.limits());
        assertTrue(model.rightProperty().get());
        model.skip().list().typedProperty().set("*.bak");
        assertFalse(model.rightProperty().get());
        model.skip().list().add();
        assertTrue(model.rightProperty().get());
        model.queue().firstDelay().show(91);
        assertFalse(model.rightProperty().get());
        assertEquals(
                "Not shorter than the wait before the second try.",
                model.queue().longestProblemProperty().get());
    }

    @Test
    void aSiteTellsItsLimitsInAFewWords() {
        SiteLimits alpha = model.limits().sites().getFirst();
        assertEquals("3 logins, 1 download", alpha.summaryProperty().get());
        alpha.logins().typedProperty().set("");
        alpha.downloads().typedProperty().set(" ");
        assertEquals("No limit", alpha.summaryProperty().get());
        assertEquals(List.of(new Slots(4, 5, Map.of(GONE, THREE))), model.changed());
    }

    private static List<String> words(Trial trial) {
        return trial.verdicts().stream().map(SettingsWords::of).toList();
    }
}
