package dev.crossdock.update;

import dev.crossdock.model.FailureException;
import dev.crossdock.store.JsonList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;

/// Looks for a newer version when it is told to, and knows what was found.
///
/// All of it touches the disk or the network: nothing here is for the thread that paints.
public final class Updates {

    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

    private final ReleasePlace place;
    private final ReleaseSource source;
    private final JsonList<UpdateMemory> memory;
    private final InstantSource clock;

    /// @param file where it is kept what was found
    public Updates(ReleasePlace place, Path file, InstantSource clock) {
        this(place, new ReleaseSource(HttpClient::newBuilder, ReleaseSource.LONGEST), file, clock);
    }

    Updates(ReleasePlace place, ReleaseSource source, Path file, InstantSource clock) {
        this.place = place;
        this.source = source;
        this.memory = new JsonList<>(file, new MemoryShape(), clock);
        this.clock = clock;
    }

    public String host() {
        return place.host();
    }

    /// Asks nobody.
    public Known known() {
        return now().known(place.own(), host());
    }

    /// Asks once, whenever it was asked before; only for who has agreed to that.
    public Known check() throws InterruptedException {
        int seen = now().sequence();
        Fetched fetched = source.fetch(place);
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var verdict = UpdateCheck.decide(fetched, place.key(), place.own(), seen, at);
        if (!verdict.finding().isTrusted()) {
            LOG.warn("{}", verdict.finding().words(host()));
        }
        return change(before -> before.after(verdict, host(), at));
    }

    /// Asks if a week has passed since it was asked last; only for who has agreed to that.
    public Known checkWeekly() throws InterruptedException {
        return UpdateCheck.isDue(now().checked(), clock.instant()) ? check() : known();
    }

    /// Tells no more of this version; of the next one again.
    public Known skip(Version version) {
        return change(before -> before.skipping(version));
    }

    private UpdateMemory now() {
        return only(memory.all());
    }

    private Known change(UnaryOperator<UpdateMemory> edit) {
        try {
            memory.change(before -> List.of(edit.apply(only(before))));
        } catch (FailureException kept) {
            // It holds until the program ends.
            LOG.warn("{}", kept.failure().words());
        }
        return known();
    }

    private static UpdateMemory only(List<UpdateMemory> all) {
        return all.stream().findFirst().orElse(UpdateMemory.FRESH);
    }
}
