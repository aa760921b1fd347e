package dev.crossdock.cli;

import dev.crossdock.model.Entry;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Files that stand on servers only for a moment; closing removes them, after Ctrl-C too.
final class TryFiles implements AutoCloseable {

    private record Made(Login login, RemotePath path) {}

    private final Visits visits;
    private final Streams streams;
    private final List<Made> made = new ArrayList<>();
    private final Set<Made> certain = new HashSet<>();
    private boolean allRemoved = true;

    TryFiles(Visits visits, Streams streams) {
        this.visits = visits;
        this.streams = streams;
    }

    void write(Login login, RemotePath path, byte[] content)
            throws FailureException, InterruptedException {
        var file = new Made(login, path);
        made.add(file);
        visits.enter(login).browser().write(path, content);
        certain.add(file);
    }

    /// A file that a transfer may make.
    void expect(Login login, RemotePath path) {
        made.add(new Made(login, path));
    }

    /// All that were expected are there.
    void haveArrived() {
        certain.addAll(made);
    }

    /// Whether closing left nothing behind.
    boolean areAllRemoved() {
        return allRemoved;
    }

    @Override
    public void close() {
        // From here on nothing is cut short; a login that was may be of no use.
        visits.close();
        made.forEach(this::remove);
    }

    private void remove(Made file) {
        try {
            Visit visit = visits.enter(file.login());
            try {
                visit.browser().delete(file.path(), Entry.Kind.FILE);
            } catch (FailureException e) {
                if (certain.contains(file) || visit.lookup().find(file.path()).isPresent()) {
                    throw e;
                }
            }
        } catch (FailureException e) {
            remains(file, e.failure().words());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            remains(file, "Interrupted.");
        }
    }

    private void remains(Made file, String why) {
        allRemoved = false;
        streams.say(file.login().at(file.path()).shown() + " could not be removed: " + why);
    }
}
