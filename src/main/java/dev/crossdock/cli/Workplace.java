package dev.crossdock.cli;

import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.model.FailureException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Opens the core for one command and closes it behind it, whatever happens.
final class Workplace {

    // The queue has up to nine seconds to close, jobs have five before that.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Surroundings surroundings;
    private final Optional<Path> home;
    private final LoginOptions options;

    Workplace(Surroundings surroundings, Optional<Path> home, LoginOptions options) {
        this.surroundings = surroundings;
        this.home = home;
        this.options = options;
    }

    Reporter reporter() {
        Streams streams = surroundings.streams();
        return options.json() ? new JsonReporter(streams) : new TextReporter(streams);
    }

    /// @return the exit code
    int work(int pairs, DeskWork work) throws UsageException {
        return work(pairs, 0, work);
    }

    /// @param limit bytes a second for what passes this computer, 0 for none
    int work(int pairs, long limit, DeskWork work) throws UsageException {
        try {
            return work(pairs, limit, QueueUse.TEMPORARY, work);
        } catch (FailureException inUse) {
            throw new IllegalStateException("the queue of one command is nobody else's", inUse);
        }
    }

    /// Like [#work], with the queue that is kept.
    ///
    /// @throws FailureException if another program has the queue
    int workOnQueue(int pairs, long limit, DeskWork work) throws UsageException, FailureException {
        return work(pairs, limit, QueueUse.KEPT, work);
    }

    private int work(int pairs, long limit, QueueUse queue, DeskWork work)
            throws UsageException, FailureException {
        Streams streams = surroundings.streams();
        var prompts = new TerminalPrompts(streams, surroundings.clock());
        options.master(surroundings).ifPresent(prompts::giveMaster);
        var passwords = options.passwords(surroundings.environment(), streams);
        var wanted =
                new CoreOptions(
                        home,
                        options.trust(prompts.canAsk()),
                        prompts,
                        prompts,
                        pairs,
                        limit,
                        queue);
        // On a virtual thread an interrupt ends waiting for a server too.
        var task = new FutureTask<Integer>(() -> atWork(wanted, passwords, prompts, work));
        Thread worker = Thread.ofVirtual().name("command").start(task);
        try {
            return task.get();
        } catch (InterruptedException _) {
            worker.interrupt();
            return ExitCode.INTERRUPTED;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UsageException usage) {
                throw usage;
            }
            if (e.getCause() instanceof FailureException inUse) {
                throw inUse;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private int atWork(
            CoreOptions wanted, PasswordSources passwords, TerminalPrompts prompts, DeskWork work)
            throws UsageException, FailureException {
        try (var interruption = new Interruption(surroundings.signals(), PATIENCE);
                Core core = surroundings.cores().open(wanted)) {
            var logins = new Logins(core, passwords, prompts);
            return atDesk(core, logins, prompts, interruption, work);
        } catch (FailureException e) {
            if (wanted.queue() == QueueUse.KEPT && QueueTurn.isInUse(e)) {
                throw e;
            }
            reporter().ended(FileReport.before(work.source(), work.target(), e.failure()));
            return ExitCode.NOT_STARTED;
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    private int atDesk(
            Core core,
            Logins logins,
            TerminalPrompts prompts,
            Interruption interruption,
            DeskWork work)
            throws UsageException, FailureException, InterruptedException {
        var entrance =
                new Entrance(surroundings.streams(), interruption, surroundings.loginPauses());
        try (var visits = new Visits(core.browsers(), logins, entrance, interruption)) {
            int code = work.run(new Desk(core, logins, visits, prompts, interruption));
            return interruption.isRaised() ? ExitCode.INTERRUPTED : code;
        } catch (FailureException e) {
            // Waiting for a server was cut short; that is no failure of the server's.
            if (interruption.isRaised()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }
}
