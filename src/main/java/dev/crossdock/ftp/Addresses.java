package dev.crossdock.ftp;

import dev.crossdock.model.Server;
import dev.crossdock.net.LostException;
import dev.crossdock.net.ProxyException;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.UnreachableException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Tries a server's addresses in turn, until one of them is there.
final class Addresses {

    private final Server server;
    private final List<Tried> tried = new ArrayList<>();

    private record Tried(Server at, IOException why) {}

    Addresses(Server server) {
        this.server = server;
    }

    /// The server at each of its addresses, in the order in which they are tried.
    static List<Server> of(Server server) {
        var all = new ArrayList<Server>();
        all.add(server);
        server.options().others().forEach(other -> all.add(server.at(other)));
        return all;
    }

    /// @param way to the server at one address, up to its greeting
    /// @throws IOException as the way did, if it was not for nobody being there
    <T> T first(Way<T> way) throws IOException {
        List<Server> all = of(server);
        for (Server at : all) {
            try {
                return way.go(at);
            } catch (IOException failed) {
                if (all.size() == 1
                        || Thread.currentThread().isInterrupted()
                        || !isAbsence(failed)) {
                    throw failed;
                }
                tried.add(new Tried(at, failed));
            }
        }
        throw nobody();
    }

    /// Whether another address may do better.
    private static boolean isAbsence(IOException failed) {
        return switch (failed) {
            case UnreachableException _, SilentException _, LostException _ -> true;
            case ProxyException proxy -> proxy.kind() == ProxyException.Kind.SERVER;
            default -> false;
        };
    }

    private IOException nobody() {
        var words = new StringBuilder("None of its %d addresses answers.".formatted(tried.size()));
        for (Tried one : tried) {
            words.append(' ')
                    .append(one.at().address())
                    .append(": ")
                    .append(one.why().getMessage());
        }
        boolean silent = tried.stream().allMatch(one -> one.why() instanceof SilentException);
        IOException first = tried.getFirst().why();
        return silent
                ? new SilentException(words.toString(), first)
                : new UnreachableException(words.toString(), first);
    }

    /// One attempt.
    @FunctionalInterface
    interface Way<T> {
        T go(Server at) throws IOException;
    }
}
