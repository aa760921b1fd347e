package dev.crossdock.cli;

import dev.crossdock.model.FailureException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
        return options.json() ? new JsonReporter(streams.out()) : new TextReporter(streams);
    }

    int work(int pairs, DeskWork work) throws UsageException {
        Streams streams = surroundings.streams();
        var prompts = new TerminalPrompts(streams);
        var passwords = options.passwords(surroundings.environment(), streams);
        var wanted =
                new CoreOptions(home, options.trust(prompts.canAsk()), prompts, prompts, pairs);
        try (var interruption =
                        new Interruption(
                                surroundings.signals(), PATIENCE, prompts::isAskingForLogin);
                Core core = surroundings.cores().open(wanted)) {
            return work(core, new Logins(core, passwords, prompts), prompts, interruption, work);
        } catch (FailureException e) {
            reporter().ended(FileReport.before(work.source(), work.target(), e.failure()));
            return ExitCode.NOT_STARTED;
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    private int work(
            Core core,
            Logins logins,
            TerminalPrompts prompts,
            Interruption interruption,
            DeskWork work)
            throws UsageException, FailureException, InterruptedException {
        try (var visits = new Visits(core.browsers(), logins, interruption)) {
            int code = work.run(new Desk(core, logins, visits, prompts, interruption));
            return interruption.isRaised() ? ExitCode.INTERRUPTED : code;
        } catch (FailureException e) {
            // Logins are cut off when the user wants out; that is no failure of theirs.
            if (interruption.isRaised()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }
}
