package dev.crossdock.cli;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;

import java.util.Optional;

/// Looks on the servers for what `copy` was told to take, and where to.
final class CopySearch {

    private final Reporter reporter;
    private final Interruption interruption;

    /// @param reporter hears of each source that is not there
    CopySearch(Reporter reporter, Interruption interruption) {
        this.reporter = reporter;
        this.interruption = interruption;
    }

    CopyTarget target(Visit visit, PlacePath typed) throws FailureException, InterruptedException {
        RemotePath path = visit.resolve(typed);
        return new CopyTarget(
                visit.login(), path, typed.folder(), visit.lookup().find(path).map(Entry::kind));
    }

    /// Empty if it is not there or cannot be looked at; that is reported.
    Optional<CopySource> source(Visit visit, PlacePath typed, CopyTarget target)
            throws FailureException, InterruptedException {
        RemotePath path = visit.resolve(typed);
        Spot spot = visit.login().at(path);
        Failure failure;
        try {
            var entry = visit.lookup().find(path);
            if (entry.isPresent()) {
                return Optional.of(new CopySource(visit.login(), typed, path, entry.get()));
            }
            if (Lookup.isHidden(path)) {
                // A server that does not list it may send it all the same; the transfer finds out.
                var file = Lookup.fileOfUnknownSize(path);
                return Optional.of(new CopySource(visit.login(), typed, path, file));
            }
            failure = missing(visit, spot);
        } catch (FailureException e) {
            if (interruption.isRaised()) {
                throw e;
            }
            failure = e.failure();
        }
        Spot to = target.login().at(target.pathFor(path, typed));
        reporter.ended(FileReport.failed(spot, to, failure));
        return Optional.empty();
    }

    private static Failure missing(Visit visit, Spot spot) {
        return Failure.of(
                Failure.Kind.REFUSED,
                visit.login().server().name(),
                spot.shown() + " does not exist.",
                Remedy.GIVE_UP,
                "“crossdock ls” shows what is there.");
    }
}
