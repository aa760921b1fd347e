package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Carries `probe` out: logs in on both servers, tells the routes, and tries them if that is
/// wanted.
///
/// @param print tells what was found, before anything is tried
/// @param tries tells of each file that is sent; empty sends none
record ProbeRun(
        Place.Remote one,
        Place.Remote other,
        Wishes wishes,
        Consumer<ProbeReport> print,
        Optional<Reporter> tries,
        Streams streams)
        implements DeskWork {

    @Override
    public Spot source() {
        return Spot.typed(one);
    }

    @Override
    public Optional<Spot> target() {
        return Optional.of(Spot.typed(other));
    }

    @Override
    public int run(Desk desk) throws UsageException, FailureException, InterruptedException {
        Login first = desk.logins().of(one, Side.SOURCE);
        Login second = desk.logins().of(other, Side.TARGET);
        if (tries.isPresent() && first.server().id().equals(second.server().id())) {
            throw new UsageException("--try needs two servers; these are one login on one server.");
        }
        var terms = new Terms(wishes, desk.core(), streams);
        TransferPolicy policy = terms.between(first, second);
        Visit here = desk.visits().enter(first);
        Visit there = desk.visits().enter(second);
        var routes = desk.core().routes();
        Ladder forward = routes.ladder(here.facts(), there.facts(), policy);
        Ladder backward = routes.ladder(there.facts(), here.facts(), policy);
        print.accept(
                new ProbeReport(
                        one.typed(),
                        here.facts(),
                        other.typed(),
                        there.facts(),
                        forward,
                        backward));
        if (tries.isEmpty()) {
            return ExitCode.DONE;
        }
        RemotePath from = file(here, one);
        RemotePath to = file(there, other);
        var legs =
                List.of(
                        new TryLeg(first, from, second, to.parent().child(from.name()), forward),
                        new TryLeg(second, to, first, from.parent().child(to.name()), backward));
        return new TryRun(desk, policy, tries.get(), streams).run(legs);
    }

    private static RemotePath file(Visit visit, Place.Remote place) {
        boolean named = !place.path().text().isEmpty();
        RemotePath folder =
                named || place instanceof Place.OfSite
                        ? visit.resolve(place.path())
                        : visit.facts().home();
        long number = RandomGenerator.getDefault().nextLong();
        return folder.child(".crossdock-try-" + Long.toHexString(number));
    }
}
