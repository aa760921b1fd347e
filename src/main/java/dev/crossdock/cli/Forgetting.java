package dev.crossdock.cli;

import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.site.Memo;
import dev.crossdock.site.ServerMemory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `crossdock probe --forget`: drops what earlier transfers taught. Connects to nobody.
final class Forgetting {

    private final Surroundings surroundings;
    private final Optional<Path> home;
    private final boolean json;

    Forgetting(Surroundings surroundings, Optional<Path> home, boolean json) {
        this.surroundings = surroundings;
        this.home = home;
        this.json = json;
    }

    /// @param typed the places to forget; none means all
    /// @return the exit code
    int run(List<String> typed) throws UsageException {
        var places = new ArrayList<Place.Remote>();
        for (String one : typed) {
            places.add(remote(one));
        }
        Streams streams = surroundings.streams();
        var prompts = new TerminalPrompts(streams, surroundings.clock());
        try (Core core =
                surroundings
                        .cores()
                        .open(
                                new CoreOptions(
                                        home,
                                        Trust.KNOWN,
                                        prompts,
                                        prompts,
                                        1,
                                        0,
                                        QueueUse.TEMPORARY))) {
            var servers = new ArrayList<Server>();
            for (Place.Remote place : places) {
                servers.add(Logins.find(place, core.sites()).server());
            }
            print(forget(core.memory(), servers));
            core.memory().notice().ifPresent(streams::say);
            return ExitCode.DONE;
        } catch (FailureException e) {
            streams.say(e.failure().words());
            return ExitCode.NOT_STARTED;
        }
    }

    private static List<Memo> forget(ServerMemory memory, List<Server> servers)
            throws FailureException {
        if (servers.isEmpty()) {
            return memory.forgetAll();
        }
        var forgotten = new ArrayList<Memo>();
        for (Server server : servers) {
            forgotten.addAll(memory.forget(server));
        }
        return forgotten;
    }

    private void print(List<Memo> forgotten) {
        var out = surroundings.streams().out();
        if (json) {
            var objects = new Json();
            forgotten.forEach(memo -> out.print(objects.memo(memo) + "\n"));
        } else if (forgotten.isEmpty()) {
            out.println("Nothing was remembered.");
        } else {
            forgotten.forEach(memo -> out.println("forgot  " + MemoText.line(memo)));
        }
        out.flush();
    }

    /// Unencrypted ones too: nothing is sent.
    private static Place.Remote remote(String typed) throws UsageException {
        return switch (Place.parse(typed)) {
            case Place.Remote remote -> remote;
            case Place.Local _ ->
                    throw new UsageException("What to forget is ftps://host[:port] or site:NAME.");
        };
    }
}
