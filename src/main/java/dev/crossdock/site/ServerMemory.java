package dev.crossdock.site;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Experience;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.store.JsonList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What worked between servers and what did not, from one run to the next.
///
/// Learning never fails: what the disk refuses is known until the program ends. Nothing is written
/// for what was learned less than a day ago, so it may be told of every file. Nobody who asks waits
/// for somebody who learns.
public final class ServerMemory {

    private final JsonList<Memo> memos;
    private final InstantSource clock;
    private final ReentrantLock disk = new ReentrantLock();
    // What the disk refused, for when it does not any more; whoever has the lock owns it.
    private final Map<Topic, Memo> unwritten = new LinkedHashMap<>();
    private volatile @Nullable List<Memo> seen;
    private volatile String trouble = "";

    public ServerMemory(Path file) {
        this(file, InstantSource.system());
    }

    ServerMemory(Path file, InstantSource clock) {
        this.memos = new JsonList<>(file, new MemoShape(), clock);
        this.clock = clock;
    }

    public Experience of(Server source, Server target) {
        var from = Endpoint.of(source);
        var to = Endpoint.of(target);
        var routes = new HashMap<Route, Evidence>();
        var ofSource = new HashMap<Capability, Evidence>();
        var ofTarget = new HashMap<Capability, Evidence>();
        for (Memo memo : current(refreshed())) {
            switch (memo.topic()) {
                case Topic.Skill(Endpoint server, Capability capability) -> {
                    if (server.equals(from)) {
                        ofSource.put(capability, memo.evidence());
                    }
                    if (server.equals(to)) {
                        ofTarget.put(capability, memo.evidence());
                    }
                }
                case Topic.Way(Endpoint first, Endpoint second, Route route) -> {
                    if (first.equals(from) && second.equals(to)) {
                        routes.put(route, memo.evidence());
                    }
                }
                case Topic.OnlyTls12 _ -> {}
            }
        }
        return new Experience(routes, ofSource, ofTarget);
    }

    public void proven(Server source, Server target, Route route) {
        learn(way(source, target, route), new Evidence.Proven(now()));
    }

    /// @param words what the server said; it is shortened
    public void refuted(Server source, Server target, Route route, String words) {
        learn(way(source, target, route), new Evidence.Refuted(words, now()));
    }

    public void proven(Server server, Capability capability) {
        learn(new Topic.Skill(Endpoint.of(server), capability), new Evidence.Proven(now()));
    }

    /// @param words what the server said; it is shortened
    public void refuted(Server server, Capability capability, String words) {
        learn(new Topic.Skill(Endpoint.of(server), capability), new Evidence.Refuted(words, now()));
    }

    /// Whether its data connections were seen to fail under TLS 1.3 and work under TLS 1.2.
    public boolean isOnlyTls12(Server server) {
        var topic = new Topic.OnlyTls12(Endpoint.of(server));
        return known().stream()
                .anyMatch(memo ->
                        memo.topic().equals(topic)
                                && memo.isProven()
                                && Retention.isCurrent(memo, clock.instant()));
    }

    public void onlyTls12(Server server) {
        learn(new Topic.OnlyTls12(Endpoint.of(server)), new Evidence.Proven(now()));
    }

    /// What was learned last comes first.
    public List<Memo> all() {
        return Retention.newestFirst(current(refreshed()));
    }

    /// Forgets all about the server, also what concerns others together with it.
    ///
    /// @return what was forgotten
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public List<Memo> forget(Server server) throws FailureException {
        var endpoint = Endpoint.of(server);
        return forget(memo -> memo.topic().servers().contains(endpoint));
    }

    /// @return what of it was still known
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public List<Memo> forget(Collection<Memo> chosen) throws FailureException {
        Set<Topic> topics = chosen.stream().map(Memo::topic).collect(Collectors.toSet());
        return forget(memo -> topics.contains(memo.topic()));
    }

    /// @return what was forgotten
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public List<Memo> forgetAll() throws FailureException {
        return forget(_ -> true);
    }

    /// What the user should know about the file: it was damaged, or cannot be written.
    public Optional<String> notice() {
        String notice =
                Stream.concat(memos.notice().stream(), Stream.of(trouble))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n"));
        return Optional.of(notice).filter(words -> !words.isEmpty());
    }

    private void learn(Topic topic, Evidence evidence) {
        var memo = new Memo(topic, evidence);
        if (Retention.isNews(known(), memo)) {
            disk.lock();
            try {
                unwritten.put(topic, memo);
                change(UnaryOperator.identity());
            } catch (FailureException _) {
                // Kept in mind, and said by notice().
            } finally {
                disk.unlock();
            }
        }
    }

    private List<Memo> forget(Predicate<Memo> which) throws FailureException {
        var forgotten = new ArrayList<Memo>();
        disk.lock();
        try {
            change(before -> {
                forgotten.clear();
                before.stream().filter(which).forEach(forgotten::add);
                return before.stream().filter(which.negate()).toList();
            });
        } finally {
            unwritten.values().removeIf(which);
            disk.unlock();
        }
        return Retention.newestFirst(current(forgotten));
    }

    /// Within the lock.
    private void change(UnaryOperator<List<Memo>> edit) throws FailureException {
        try {
            memos.change(before -> edit.apply(withUnwritten(before)));
            unwritten.clear();
            trouble = "";
        } catch (FailureException e) {
            trouble = e.failure().message() + " What was learned holds until Crossdock ends.";
            throw e;
        } finally {
            seen = memos.all();
        }
    }

    private List<Memo> withUnwritten(List<Memo> before) {
        List<Memo> all = before;
        for (Memo memo : unwritten.values()) {
            all = Retention.with(all, memo);
        }
        return all;
    }

    /// As it was when the file was looked at last.
    private List<Memo> known() {
        List<Memo> known = seen;
        return known == null ? refreshed() : known;
    }

    /// As the file has it, unless somebody is about to change it.
    private List<Memo> refreshed() {
        List<Memo> before = seen;
        if (before != null && !disk.tryLock()) {
            return before;
        }
        if (before == null) {
            disk.lock();
        }
        try {
            List<Memo> now = memos.all();
            seen = now;
            return now;
        } finally {
            disk.unlock();
        }
    }

    private List<Memo> current(List<Memo> all) {
        return Retention.current(all, clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Topic way(Server source, Server target, Route route) {
        return new Topic.Way(Endpoint.of(source), Endpoint.of(target), route);
    }
}
