package dev.crossdock.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `crossdock copy`: reads the command line, then lets [CopyRun] do it.
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "crossdock copy [options] SOURCE... TARGET",
        description = {
            "Copies files and folders from server to server, or between this computer and a"
                    + " server,",
            "as cp -r does: a folder goes with its name into a target that exists as a folder or",
            "ends in /; a single file may get a new name; missing folders of the target path are",
            "made."
        })
final class CopyCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Surroundings surroundings;
    private final boolean always;

    @Mixin private final CopyOptions how = new CopyOptions();
    @Mixin private final LoginOptions options = new LoginOptions();

    @Option(
            names = "--queue",
            description =
                    "Add it to the queue, which the running Crossdock or “crossdock queue run”"
                            + " carries out.")
    private boolean queue;

    @Option(
            names = "--priority",
            paramLabel = "PRIORITY",
            description = "In the queue: high, normal or low. Default: normal.")
    private String priority = "normal";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "In the queue: not before 23:30, or 2026-11-30T23:30.")
    private @Nullable String at;

    @Parameters(
            arity = "2..*",
            paramLabel = "PLACE",
            description = "What to copy; the last one is where to.")
    private List<String> places = List.of();

    CopyCommand(RootCommand root, Surroundings surroundings) {
        this(root, surroundings, false);
    }

    /// @param always the jobs go to the queue, as `queue add`
    CopyCommand(RootCommand root, Surroundings surroundings, boolean always) {
        this.always = always;
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        Streams streams = surroundings.streams();
        boolean queued = queue || always;
        if (!queued && (at != null || !priority.equals("normal"))) {
            throw new UsageException("--priority and --at are for --queue.");
        }
        // The queue asks in the window when it comes to it.
        var wishes = how.wishes(options.allowClear(), queued || streams.terminal().canAsk());
        int pairs = how.pairs();
        long limit = how.limit();
        var sources = new ArrayList<Place>();
        int last = places.size() - 1;
        for (int i = 0; i < last; i++) {
            sources.add(source(places.get(i), last == 1 ? "SOURCE" : "SOURCE " + (i + 1)));
        }
        Place target = place(places.getLast(), "TARGET");
        requireAServer(sources, target);
        var workplace = new Workplace(surroundings, root.home(), options);
        var run =
                new CopyRun(
                        sources,
                        target,
                        wishes,
                        workplace.reporter(),
                        streams,
                        queued ? Optional.of(queueing(streams)) : Optional.empty());
        return workplace.work(pairs, limit, run);
    }

    private Queueing queueing(Streams streams) throws UsageException {
        return new Queueing(
                new QueueGates(surroundings, root.home()),
                streams,
                Choices.priority(priority),
                at == null ? Optional.empty() : Optional.of(Choices.time(at, surroundings.clock())),
                options.json());
    }

    private Place source(String typed, String role) throws UsageException {
        Place place = place(typed, role);
        if (place instanceof Place.Local && !exists(typed)) {
            throw new UsageException(
                    role
                            + ": there is no "
                            + PlainText.name(Masking.argument(typed))
                            + " on this computer.");
        }
        return place;
    }

    private Place place(String typed, String role) throws UsageException {
        Place place = options.parse(typed, role);
        try {
            PlacePath _ = place.path();
            return place;
        } catch (UsageException e) {
            throw new UsageException(role + ": " + e.words());
        }
    }

    private void requireAServer(List<Place> sources, Place target) throws UsageException {
        boolean here = target instanceof Place.Local;
        boolean anySource = sources.stream().anyMatch(Place.Local.class::isInstance);
        if (here && anySource) {
            throw new UsageException(
                    "SOURCE and TARGET are both on this computer; crossdock copies to and from"
                            + " servers.");
        }
        if (here || anySource) {
            how.requireNoRoute();
        }
    }

    private static boolean exists(String local) {
        try {
            return Files.exists(Path.of(local));
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
