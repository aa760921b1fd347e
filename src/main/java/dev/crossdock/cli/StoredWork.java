package dev.crossdock.cli;

import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.model.FailureException;

/// Does something with what is stored, for a command that connects to nobody.
final class StoredWork {

    private final RootCommand root;
    private final Surroundings surroundings;

    StoredWork(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    /// What there is to do.
    interface Work {
        /// @return the exit code
        int of(Core core, TerminalPrompts prompts)
                throws UsageException, FailureException, InterruptedException;
    }

    /// @return the exit code
    int run(Work work) throws UsageException {
        Streams streams = surroundings.streams();
        var prompts = new TerminalPrompts(streams, surroundings.clock());
        var options =
                new CoreOptions(
                        root.home(), Trust.KNOWN, prompts, prompts, 1, 0, QueueUse.TEMPORARY);
        try (Core core = surroundings.cores().open(options)) {
            int code = work.of(core, prompts);
            streams.out().flush();
            return code;
        } catch (FailureException failed) {
            streams.say(failed.failure().words());
            return ExitCode.NOT_STARTED;
        } catch (InterruptedException interrupt) {
            return ExitCode.INTERRUPTED;
        }
    }
}
