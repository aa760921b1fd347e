package dev.crossdock.ui.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.ui.FakeServer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class RouteViewModelTest {

    private static final Route ROUTE = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);

    private final Optional<ServerFacts> alpha = Optional.of(new FakeServer("alpha").facts());
    private final Optional<ServerFacts> beta = Optional.of(new FakeServer("beta").facts());
    private final RouteViewModel model =
            new RouteViewModel(
                    (source, _, _) ->
                            source.server().name().equals("alpha")
                                    ? new Ladder(
                                            List.of(
                                                    new Ladder.Rung(
                                                            ROUTE,
                                                            new Evidence.Untried(),
                                                            List.of())),
                                            List.of())
                                    : new Ladder(List.of(), List.of()),
                    TransferPolicy.secure(ExistsRule.ASK));

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
}
