package dev.crossdock.ui.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Method;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.PairRule;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.SiteStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RulesViewModelTest {

    private static final Server ALPHA = server("alpha");
    private static final Server BETA = server("beta");
    private static final Server GAMMA = server("gamma");

    private final Path file;
    private final List<Runnable> atTheDisk = new ArrayList<>();
    private final List<Failure> told = new ArrayList<>();
    private final RulesViewModel model;

    RulesViewModelTest(@TempDir Path folder) {
        file = folder.resolve("home/pairs.json");
        model = model();
    }

    @Test
    void aChangeHoldsAtOnceInBothDirectionsAndIsThereTheNextTime() {
        connect(ALPHA, BETA);
        model.change(rule().relay(true).by(Optional.of(Method.RELAY)));
        assertTrue(model.policy(BETA, ALPHA).allowRelay());
        assertEquals(Optional.of(Method.RELAY), model.policy(ALPHA, BETA).method());
        atTheDisk.forEach(Runnable::run);
        assertTrue(model().policy(BETA, ALPHA).allowRelay());
    }

    @Test
    void otherServersAreNotMeant() {
        connect(ALPHA, BETA);
        model.change(rule().clear(true));
        assertFalse(model.policy(ALPHA, GAMMA).allowClear());
        connect(ALPHA, GAMMA);
        assertTrue(rule().isUsual());
    }

    @Test
    void withoutTwoServersThereIsNothingToChange() {
        connect(ALPHA, BETA);
        PairRule rule = rule();
        model.update(Optional.of(ALPHA), Optional.empty());
        model.change(rule.clear(true));
        assertEquals(List.of(), atTheDisk);
        assertFalse(model.policy(ALPHA, BETA).allowClear());
    }

    @Test
    void aDiskThatRefusesIsTold() throws Exception {
        Files.writeString(file.getParent(), "a file where the folder should be");
        connect(ALPHA, BETA);
        model.change(rule().relay(true));
        atTheDisk.forEach(Runnable::run);
        assertEquals(Failure.Kind.LOCAL_DISK, told.getFirst().kind());
        assertTrue(model.policy(ALPHA, BETA).allowRelay());
    }

    private RulesViewModel model() {
        return new RulesViewModel(
                new PairRules(file), sites(), atTheDisk::add, Runnable::run, told::add);
    }

    private SiteStore sites() {
        return new SiteStore(file.resolveSibling("sites.json"));
    }

    private void connect(Server left, Server right) {
        model.update(Optional.of(left), Optional.of(right));
    }

    private PairRule rule() {
        return model.currentProperty().get().orElseThrow().rule();
    }

    private static Server server(String name) {
        return new Server(new SiteId(name), name, name + ".test", 21, TlsMode.EXPLICIT, "me");
    }
}
