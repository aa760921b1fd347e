package dev.crossdock.transfer;

import dev.crossdock.ftp.DataRefusedException;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.fxp.Patience;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.JobRunner;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;

/// Carries out the queue's jobs.
public final class Transfers implements JobRunner, AutoCloseable {

    /// How many jobs may wait for the user's answer without holding the others up.
    private static final int MOST_ASKING = 1_000;

    private final Places places;
    private final RuleBook rules;
    private final Sessions sessions;
    private final Berths berths;
    private final TargetWatch watch;
    private final FileTransfer files;
    private final LocalTransfer locals;
    private final ExistsDesk desk;
    private final Claims claims = new Claims();
    private final Semaphore asking = new Semaphore(MOST_ASKING);
    private final Refusals refusals;

    /// @param limit for what passes this computer
    /// @param rules what the user does not want to be carried over, and what comes first
    public Transfers(
            Places places,
            Sessions sessions,
            Planner planner,
            RouteMemory memory,
            ExistsPrompt prompt,
            SpeedLimit limit,
            RuleBook rules,
            Clock clock) {
        this(
                places,
                sessions,
                planner,
                memory,
                prompt,
                limit,
                rules,
                clock,
                new Berths(clock),
                Patience::forSize);
    }

    /// @param patience by the size of a file in bytes
    Transfers(
            Places places,
            Sessions sessions,
            Planner planner,
            RouteMemory memory,
            ExistsPrompt prompt,
            SpeedLimit limit,
            RuleBook rules,
            Clock clock,
            Berths berths,
            LongFunction<Patience> patience) {
        this.places = places;
        this.rules = rules;
        this.sessions = sessions;
        this.berths = berths;
        this.watch = new TargetWatch(sessions);
        this.files = new FileTransfer(planner, memory, watch, new Relay(limit), clock, patience);
        this.locals = new LocalTransfer(limit, rules, clock);
        this.desk = new ExistsDesk(prompt);
        this.refusals = new Refusals(clock);
    }

    @Override
    public Outcome run(JobSpec spec, JobContext context) throws InterruptedException {
        Thread self = Thread.currentThread();
        Runnable undo = context.cancel().onCancel(self::interrupt);
        try {
            Outcome outcome = attempt(spec, context);
            return context.cancel().isCancelled() && outcome instanceof Outcome.Failed
                    ? new Outcome.Cancelled("")
                    : outcome;
        } catch (InterruptedException interrupt) {
            if (context.cancel().isCancelled()) {
                return new Outcome.Cancelled("");
            }
            throw interrupt;
        } finally {
            undo.run();
        }
    }

    @Override
    public void close() {
        watch.close();
    }

    private Outcome attempt(JobSpec spec, JobContext context) throws InterruptedException {
        var fellBack = new HashSet<String>();
        while (true) {
            try {
                return carryOut(spec, context);
            } catch (FailureException failed) {
                // The next session with that server will be one under TLS 1.2, so it gets one.
                boolean another =
                        failed.getCause() instanceof DataRefusedException
                                && fellBack.add(failed.failure().server());
                if (!another) {
                    return new Outcome.Failed(failed.failure());
                }
            }
        }
    }

    private Outcome carryOut(JobSpec spec, JobContext context)
            throws FailureException, InterruptedException {
        Optional<NamePattern> unwanted = unwanted(spec);
        if (unwanted.isPresent()) {
            return new Outcome.Skipped(
                    "%s is on your skip list: %s"
                            .formatted(spec.sourcePath().name(), unwanted.get()));
        }
        if (spec.source().isLocal() || spec.target().isLocal()) {
            return local(spec, context);
        }
        Server source = server(spec.source());
        Server target = server(spec.target());
        requireApart(spec, source);
        return switch (spec.kind()) {
            case FILE -> file(spec, source, target, context);
            case FOLDER -> folder(spec, source, target, context);
        };
    }

    private Outcome file(JobSpec spec, Server source, Server target, JobContext context)
            throws FailureException, InterruptedException {
        var tries = new Tries(source, target);
        try (Claims.Claim claim = claim(spec, target, context)) {
            return file(spec, source, target, context, tries, claim);
        } catch (FailureException failed) {
            throw failed.saying(
                    files.tellingRemains(failed.failure(), spec, context, target, tries));
        }
    }

    private Outcome file(
            JobSpec spec,
            Server source,
            Server target,
            JobContext context,
            Tries tries,
            Claims.Claim claim)
            throws FailureException, InterruptedException {
        Lender lender = server -> berths.one(sessions, server, context.meter()::note);
        return untilEnded(
                spec,
                context,
                asked -> {
                    Step step;
                    try (var pair = pair(source, target, context)) {
                        step = files.run(asked, pair, context, tries, claim);
                    }
                    if (step instanceof Step.Proving(var arrival)) {
                        if (arrival.isQuick()) {
                            context.slot().giveUp();
                        }
                        return files.proved(
                                arrival, asked, context, tries, arrival.prove(sessions, lender));
                    }
                    return step;
                });
    }

    private Optional<NamePattern> unwanted(JobSpec spec) {
        return rules.rulesFor(spec.source(), spec.target())
                .skip()
                .matching(spec.sourcePath().name(), spec.kind());
    }

    /// One side is this computer.
    private Outcome local(JobSpec spec, JobContext context)
            throws FailureException, InterruptedException {
        requireOneServer(spec);
        Server server = server(spec.source().isLocal() ? spec.target() : spec.source());
        var retries = new LocalTransfer.Retries();
        Server target = spec.target().isLocal() ? Server.LOCAL : server;
        try (Claims.Claim claim = claim(spec, target, context)) {
            return untilEnded(
                    spec,
                    context,
                    asked -> {
                        try (var one = lone(server, context)) {
                            return locals.run(asked, one.session(), context, retries, claim);
                        }
                    });
        }
    }

    private interface Turn {
        Step at(JobSpec asked) throws FailureException, InterruptedException;
    }

    private Outcome untilEnded(JobSpec spec, JobContext context, Turn turn)
            throws FailureException, InterruptedException {
        JobSpec asked = spec;
        while (true) {
            switch (turn.at(asked)) {
                case Step.Ended(var outcome) -> {
                    return outcome;
                }
                case Step.Asks(var question) -> {
                    ExistsRule rule = ask(question, context);
                    if (rule != ExistsRule.SKIP && rule != ExistsRule.FAIL) {
                        context.traces().answered(rule);
                    }
                    asked = asked.to(asked.targetPath(), asked.policy().with(rule));
                }
                case Step.Opened(var contents) -> {
                    return contents.lineUp(context);
                }
                case Step.Again() -> context.meter().note("trying again");
                case Step.Proving _ -> throw new IllegalStateException("proved above");
            }
        }
    }

    /// The others go on meanwhile.
    private ExistsRule ask(ExistsPrompt.Question question, JobContext context)
            throws InterruptedException {
        context.meter().note("waiting for your answer");
        if (!asking.tryAcquire()) {
            return desk.ask(context.batch(), question);
        }
        ExistsRule rule;
        try {
            context.slot().giveUp();
            rule = desk.ask(context.batch(), question);
        } finally {
            asking.release();
        }
        context.meter().note("waiting for its turn");
        context.slot().takeBack();
        return rule;
    }

    private Outcome folder(JobSpec spec, Server source, Server target, JobContext context)
            throws FailureException, InterruptedException {
        FolderTransfer.Contents contents;
        try (var pair = pair(source, target, context)) {
            contents =
                    FolderTransfer.run(
                            spec,
                            new ServerStorage(pair.source()),
                            new ServerStorage(pair.target()),
                            context.meter(),
                            rules.rulesFor(spec.source(), spec.target()));
        }
        return contents.lineUp(context);
    }

    /// Nobody else writes to the job's name from now on.
    private Claims.Claim claim(JobSpec spec, Server target, JobContext context)
            throws InterruptedException {
        context.meter().note("waiting for another job that writes to that name");
        Claims.Claim claim = claims.take(target, spec.targetPath());
        context.meter().note("");
        return claim;
    }

    private SessionPair pair(Server source, Server target, JobContext context)
            throws FailureException, InterruptedException {
        context.meter().note("connecting");
        SessionPair pair = take(source, target, context);
        context.meter().note("");
        return pair;
    }

    private LoneSession lone(Server server, JobContext context)
            throws FailureException, InterruptedException {
        context.meter().note("connecting");
        refusals.check(server);
        try {
            LoneSession one = berths.one(sessions, server, context.meter()::note);
            context.meter().note("");
            return one;
        } catch (FailureException failed) {
            refusals.note(server, failed.failure());
            throw failed;
        }
    }

    private SessionPair take(Server source, Server target, JobContext context)
            throws FailureException, InterruptedException {
        refusals.check(source);
        refusals.check(target);
        try {
            return berths.pair(sessions, source, target, context.meter()::note);
        } catch (FailureException failed) {
            Failure failure = failed.failure();
            refusals.note(failure.server().equals(source.name()) ? source : target, failure);
            throw failed;
        }
    }

    private Server server(SiteId site) throws FailureException {
        return places.find(site)
                .orElseThrow(() ->
                        new FailureException(
                                Failure.of(
                                        Failure.Kind.UNREACHABLE,
                                        "",
                                        "The site of this job is not known any more.",
                                        Failure.Remedy.GIVE_UP,
                                        "Connect to it again and add the job anew.")));
    }

    private static void requireOneServer(JobSpec spec) throws FailureException {
        if (spec.source().equals(spec.target())) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.NO_ROUTE,
                            "",
                            "Both sides are this computer; Crossdock copies to and from servers.",
                            Failure.Remedy.GIVE_UP,
                            "Use your file manager, or connect one pane to a server."));
        }
    }

    /// A folder copied into itself would never end, a file onto itself would be emptied.
    private static void requireApart(JobSpec spec, Server server) throws FailureException {
        if (spec.source().equals(spec.target())
                && spec.targetPath().startsWith(spec.sourcePath())) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.EXISTS,
                            server.name(),
                            "%s cannot be copied into itself.".formatted(spec.sourcePath()),
                            Failure.Remedy.GIVE_UP,
                            "Choose another folder."));
        }
    }
}
