package dev.crossdock.transfer;

import dev.crossdock.ftp.HashCommand;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The question for the checksum of one file, to one server.
final class HashAsk {

    private final Session session;
    private final HashCommand command;
    private final RemotePath path;
    private Optional<Ridden> ridden = Optional.empty();

    private HashAsk(Session session, HashCommand command, RemotePath path) {
        this.session = session;
        this.command = command;
        this.path = path;
    }

    /// Empty if the server cannot be asked that.
    static Optional<HashAsk> of(Session session, HashKind kind, RemotePath path) {
        return HashCommand.of(session.facts().capabilities(), kind)
                .filter(command -> !command.lines(path).isEmpty())
                .map(command -> new HashAsk(session, command, path));
    }

    /// For the strongest checksum that the server can tell.
    static Optional<HashAsk> strongest(Session session, RemotePath path) {
        return Arrays.stream(HashKind.values())
                .sorted(Comparator.reverseOrder())
                .flatMap(kind -> of(session, kind, path).stream())
                .findFirst();
    }

    HashKind kind() {
        return command.kind();
    }

    Server server() {
        return session.server();
    }

    /// Has it ride with the next write.
    void ride() {
        ridden = Optional.of(new Ridden(session, session.ride(command.lines(path))));
    }

    /// What [#ride] has under way, if it was called.
    Optional<Ridden> ridden() {
        return ridden;
    }

    /// Asks now, on any session of that server.
    FileHash now(Session other, Duration within) throws IOException {
        List<String> lines = command.lines(path);
        for (String line : lines.subList(0, lines.size() - 1)) {
            other.ask(line);
        }
        return read(other.ask(lines.getLast(), within));
    }

    /// The checksum in the answer.
    FileHash read(Reply reply) throws IOException {
        return command.read(reply, path);
    }
}
