package dev.crossdock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Mixin private final CopyOptions how = new CopyOptions();
    @Mixin private final LoginOptions options = new LoginOptions();

    @Parameters(
            arity = "2..*",
            paramLabel = "PLACE",
            description = "What to copy; the last one is where to.")
    private List<String> places = List.of();

    CopyCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        Streams streams = surroundings.streams();
        var wishes = how.wishes(options.allowClear(), streams.terminal().canAsk());
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
        var run = new CopyRun(sources, target, wishes, workplace.reporter(), streams);
        return workplace.work(pairs, limit, run);
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
