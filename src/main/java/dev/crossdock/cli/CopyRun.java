package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Carries `copy` out: logs in, looks whether there is a route, finds the sources, runs the jobs.
///
/// A server that cannot be reached takes only its own sources out; the others go on.
final class CopyRun implements DeskWork {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Place> sources;
    private final Place target;
    private final Wishes wishes;
    private final Reporter reporter;
    private final Streams streams;
    private final Optional<Queueing> queueing;

    private record Wanted(Place place, Login login, TransferPolicy policy) {

        SiteId site() {
            return login.server().id();
        }
    }

    private record Ready(List<JobSpec> jobs, Map<SiteId, Login> logins) {}

    private interface Check {
        void of(Wanted each) throws FailureException, InterruptedException;
    }

    CopyRun(List<Place> sources, Place target, Wishes wishes, Reporter reporter, Streams streams) {
        this(sources, target, wishes, reporter, streams, Optional.empty());
    }

    /// @param queueing hands the jobs to the queue instead of carrying them out
    CopyRun(
            List<Place> sources,
            Place target,
            Wishes wishes,
            Reporter reporter,
            Streams streams,
            Optional<Queueing> queueing) {
        this.queueing = queueing;
        this.sources = List.copyOf(sources);
        this.target = target;
        this.wishes = wishes;
        this.reporter = reporter;
        this.streams = streams;
    }

    @Override
    public Spot source() {
        return Spot.typed(sources.getFirst());
    }

    @Override
    public Optional<Spot> target() {
        return Optional.of(Spot.typed(target));
    }

    @Override
    public int run(Desk desk) throws UsageException, FailureException, InterruptedException {
        Optional<Ready> ready;
        try {
            ready = prepare(desk);
        } catch (FailureException | InterruptedException e) {
            if (desk.interruption().isRaised()) {
                streams.say("Cancelled; nothing was sent.");
            }
            throw e;
        }
        if (ready.isEmpty()) {
            return ExitCode.NOT_STARTED;
        }
        boolean allWell = carryOut(desk, ready.get());
        return allWell && ready.get().jobs().size() == sources.size()
                ? ExitCode.DONE
                : ExitCode.SOME_FAILED;
    }

    /// What is to be sent, and all looking around done; empty if nothing can start.
    private Optional<Ready> prepare(Desk desk)
            throws UsageException, FailureException, InterruptedException {
        Login to = desk.logins().of(target, Side.TARGET);
        List<Wanted> wanted = wanted(desk, to);
        List<Wanted> open = passing(desk, wanted, each -> desk.visits().enter(each.login()));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Visit there = desk.visits().enter(to);
        open = passing(desk, open, each -> requireRoute(desk, each, there));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var search = new CopySearch(reporter, desk.interruption());
        CopyTarget place = search.target(there, target.path());
        place.requireRoomFor(wanted.size());
        List<CopyPlan.Item> found = new ArrayList<>();
        for (Wanted each : open) {
            Visit visit = desk.visits().enter(each.login());
            search.source(visit, each.place().path(), place)
                    .map(source -> new CopyPlan.Item(source, each.policy()))
                    .ifPresent(found::add);
        }
        CopyPlan plan = CopyPlan.of(found, place);
        for (CopyPlan.Refused each : plan.refused()) {
            reporter.ended(
                    FileReport.failed(each.source().spot(), to.at(each.target()), each.failure()));
        }
        if (!plan.jobs().isEmpty()) {
            there.lookup().makeFolders(plan.folder());
        }
        desk.visits().close();
        Map<SiteId, Login> logins = new HashMap<>();
        open.forEach(each -> logins.putIfAbsent(each.site(), each.login()));
        logins.put(to.server().id(), to);
        return Optional.of(new Ready(plan.jobs(), logins));
    }

    private List<Wanted> wanted(Desk desk, Login to) throws UsageException {
        var terms = new Terms(wishes, desk.core(), streams);
        List<Wanted> wanted = new ArrayList<>();
        for (Place place : sources) {
            Login login = desk.logins().of(place, Side.SOURCE);
            if (login.server().id().equals(to.server().id())) {
                throw new UsageException(
                        "SOURCE and TARGET are one login on one server; copy goes from one server"
                                + " to another.");
            }
            wanted.add(new Wanted(place, login, terms.between(login, to)));
        }
        return wanted;
    }

    /// The sources whose server passes; of each that does not one report is made.
    private List<Wanted> passing(Desk desk, List<Wanted> all, Check check)
            throws FailureException, InterruptedException {
        Set<SiteId> looked = new HashSet<>();
        Set<SiteId> out = new HashSet<>();
        for (Wanted each : all) {
            if (!looked.add(each.site())) {
                continue;
            }
            try {
                check.of(each);
            } catch (FailureException e) {
                if (desk.interruption().isRaised()) {
                    throw e;
                }
                out.add(each.site());
                reporter.ended(FileReport.before(Spot.typed(each.place()), target(), e.failure()));
            }
        }
        return all.stream().filter(each -> !out.contains(each.site())).toList();
    }

    private static void requireRoute(Desk desk, Wanted each, Visit there)
            throws FailureException, InterruptedException {
        Login login = each.login();
        Visit here = desk.visits().enter(login);
        if (login.server().isLocal() || there.login().server().isLocal()) {
            return;
        }
        Ladder ladder = desk.core().routes().ladder(here.facts(), there.facts(), each.policy());
        if (ladder.usable().isEmpty()) {
            throw new FailureException(
                    ladder.noRoute(login.server().name(), there.login().server().name()));
        }
    }

    /// Whether all files arrived; false too if there is nothing to carry out.
    private boolean carryOut(Desk desk, Ready ready)
            throws UsageException, FailureException, InterruptedException {
        if (ready.jobs().isEmpty()) {
            return false;
        }
        if (queueing.isPresent()) {
            return queueing.get().add(ready.jobs(), ready.logins().values());
        }
        var progress = new ProgressLine(streams, desk.prompts()::isAsking);
        var ended = new CopyListener(known(ready.logins()), reporter, streams, progress);
        var queue = desk.core().queue();
        queue.add(ready.jobs());
        QueueWatch.cancelling(queue, desk.interruption(), PATIENCE).follow(ended);
        progress.clear();
        return ended.allWell();
    }

    /// Finds the logins of jobs that all go between these.
    static Function<SiteId, Login> known(Map<SiteId, Login> logins) {
        return site -> {
            Login login = logins.get(site);
            if (login == null) {
                throw new IllegalStateException("a job between servers that nobody asked for");
            }
            return login;
        };
    }
}
