package dev.crossdock.ui.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.SiteStore;
import dev.crossdock.ui.FakeServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RouteViewModelTest {

    private static final Route ROUTE = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);

    private static final Ladder OPEN =
            new Ladder(
                    List.of(new Ladder.Rung(ROUTE, new Evidence.Untried(), List.of())), List.of());
    private static final Ladder SHUT = new Ladder(List.of(), List.of());

    @TempDir private static Path folder = Path.of("");

    private final RulesViewModel rules =
            new RulesViewModel(
                    new PairRules(folder.resolve("pairs.json")),
                    new SiteStore(folder.resolve("sites.json")),
                    Runnable::run,
                    Runnable::run,
                    _ -> {});
    private final List<TransferPolicy> asked = new ArrayList<>();
    private final Optional<ServerFacts> alpha = Optional.of(new FakeServer("alpha").facts());
    private final Optional<ServerFacts> beta = Optional.of(new FakeServer("beta").facts());
    private final RouteViewModel model =
            new RouteViewModel(
                    (source, _, policy) -> {
                        asked.add(policy);
                        return source.server().name().equals("alpha") ? OPEN : SHUT;
                    },
                    rules);

    @Test
    void eachDirectionHasItsOwnLadder() {
        model.update(alpha, beta);
        assertEquals(Optional.of(ROUTE), model.toRightProperty().get().best());
        assertEquals("beta", model.toRightProperty().get().target());
        assertEquals(Optional.empty(), model.toLeftProperty().get().best());
        assertEquals("beta", model.toLeftProperty().get().source());
    }

    @Test
    void withOneServerThereIsNothingToSay() {
        model.update(alpha, beta);
        model.update(alpha, Optional.empty());
        assertEquals(Direction.UNKNOWN, model.toRightProperty().get());
        assertEquals(Direction.UNKNOWN, model.toLeftProperty().get());
    }

    @Test
    void aRuleThatChangesIsAskedWithAtOnceInBothDirections() {
        model.update(alpha, beta);
        asked.clear();
        rules.change(rules.currentProperty().get().orElseThrow().rule().relay(true));
        assertEquals(List.of(true, true), asked.stream().map(TransferPolicy::allowRelay).toList());
    }

    @Test
    void whatIsLearnedShowsWithTheNextTickAndOnlyThen() {
        model.update(alpha, beta);
        asked.clear();
        model.tick();
        model.learned();
        model.learned();
        assertEquals(0, asked.size());
        model.tick();
        model.tick();
        assertEquals(2, asked.size());
    }
}
