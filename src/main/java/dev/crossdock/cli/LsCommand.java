package dev.crossdock.cli;

import dev.crossdock.model.Entry;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.NaturalOrder;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Side;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `crossdock ls`: a folder, or one file.
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        description = "Lists a folder on a server, or shows one file.")
final class LsCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Surroundings surroundings;

    @Mixin private final LoginOptions options = new LoginOptions();

    @Parameters(paramLabel = "URL", description = "What to list.")
    private String url = "";

    LsCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        Place.Remote place = options.remote(url, "URL");
        var workplace = new Workplace(surroundings, root.home(), options);
        return workplace.work(1, new Work(place, workplace.reporter()));
    }

    private final class Work implements DeskWork {

        private final Place.Remote place;
        private final Reporter reporter;

        Work(Place.Remote place, Reporter reporter) {
            this.place = place;
            this.reporter = reporter;
        }

        @Override
        public Spot source() {
            return Spot.typed(place);
        }

        @Override
        public Optional<Spot> target() {
            return Optional.empty();
        }

        @Override
        public int run(Desk desk) throws UsageException, FailureException, InterruptedException {
            Visit visit = desk.visits().enter(desk.logins().of(place, Side.SOURCE));
            Listing listing;
            try {
                listing = list(visit, visit.resolve(place.path()));
            } catch (FailureException e) {
                if (desk.interruption().isRaised()) {
                    throw e;
                }
                reporter.ended(FileReport.before(source(), target(), e.failure()));
                return ExitCode.SOME_FAILED;
            }
            print(listing);
            if (!listing.entries().isEmpty() || listing.leftOut().isEmpty()) {
                return ExitCode.DONE;
            }
            surroundings
                    .streams()
                    .say(
                            "No line of %s's listing of %s could be read."
                                    .formatted(
                                            visit.login().server().name(),
                                            visit.login().at(listing.folder()).shown()));
            return ExitCode.SOME_FAILED;
        }

        private Listing list(Visit visit, RemotePath path)
                throws FailureException, InterruptedException {
            try {
                return visit.browser().list(path);
            } catch (FailureException e) {
                if (!Lookup.isNo(e.failure()) || path.isRoot() || place.path().folder()) {
                    throw e;
                }
                return new Listing(path.parent(), List.of(one(visit, path, e)), List.of());
            }
        }

        // It is no folder; its own line stands in the folder above.
        private Entry one(Visit visit, RemotePath path, FailureException refusal)
                throws FailureException, InterruptedException {
            try {
                Listing above = visit.browser().list(path.parent());
                for (Entry entry : above.entries()) {
                    if (entry.name().equals(path.name()) && !entry.isFolder()) {
                        return entry;
                    }
                }
            } catch (FailureException e) {
                if (!Lookup.isNo(e.failure())) {
                    throw refusal;
                }
            }
            Optional<Entry> looked;
            try {
                looked = visit.browser().look(path);
            } catch (FailureException _) {
                throw refusal;
            }
            return looked.filter(entry -> !entry.isFolder()).orElseThrow(() -> refusal);
        }
    }

    private void print(Listing listing) {
        Streams streams = surroundings.streams();
        List<Entry> entries =
                listing.entries().stream()
                        .sorted(Comparator.comparing(Entry::name, NaturalOrder.NATURAL))
                        .toList();
        if (options.json()) {
            var json = new Json();
            entries.forEach(entry -> streams.out().print(json.entry(entry) + "\n"));
        } else {
            new EntryTable(surroundings.clock().getZone())
                    .lines(entries)
                    .forEach(streams.out()::println);
        }
        streams.out().flush();
        listing.leftOut().forEach(why -> streams.say("left out: " + why));
    }
}
