package dev.crossdock.transfer;

import dev.crossdock.ftp.HiddenAddressException;
import dev.crossdock.fxp.FxpEnd.Stall;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a failed attempt says about the route it was made on. Pure.
sealed interface Lesson {

    /// The server does not have the command at all.
    record NoSuchCommand(Side side, Capability capability, String words) implements Lesson {}

    /// This route does not work between these two.
    record NotThisRoute(String words) implements Lesson {}

    /// No data connection came about, or nothing went over it. If that happens again, the route
    /// does not work.
    record NoConnection(String words) implements Lesson {}

    /// A control connection was lost. If that happens again, and nothing has ever moved, the route
    /// does not work.
    record Lost() implements Lesson {}

    /// It may have been chance; another route may still carry the file.
    record TryAnother() implements Lesson {}

    /// The file, the account or the hour is to blame, and no other route would help.
    record NoOtherHelps() implements Lesson {}

    Set<Integer> NOT_IMPLEMENTED = Set.of(500, 501, 502, 504);

    /// No for now, of the file (450) or of the disk (452).
    Set<Integer> OF_FILE_NOW = Set.of(450, 452);

    /// @param proven files have gone this way before: one bad hour is no proof of the contrary
    static Lesson of(Verdict verdict, Route route, boolean proven) {
        return switch (verdict) {
            case Verdict.Refused(var side, var command, var reply) ->
                    refused(side, command, reply, proven);
            // That our own way leads through a proxy says nothing of the two servers.
            case Verdict.Astray(_, _, HiddenAddressException _) -> new TryAnother();
            case Verdict.Astray(_, _, var cause) -> new NotThisRoute(words(cause));
            case Verdict.Misled _ -> new TryAnother();
            case Verdict.Lost _ -> new Lost();
            case Verdict.Stalled(var stall, _) -> stalled(stall, proven);
            case Verdict.BothAnswered(var source, var target) ->
                    answered(source, target, route, proven);
        };
    }

    private static Lesson stalled(Stall stall, boolean proven) {
        String words = "No byte moved between the two servers.";
        return switch (stall) {
            case MOVED, UNANSWERED -> new NoOtherHelps();
            case HALF_ENDED -> new TryAnother();
            case STILL -> proven ? new NoConnection(words) : new NotThisRoute(words);
        };
    }

    private static Lesson refused(Side side, String command, Reply reply, boolean proven) {
        String verb = command.split(" ", 2)[0];
        return switch (verb) {
            case "SSCN", "CCSN", "CPSV" ->
                    reply.isTransient()
                            ? new TryAnother()
                            : NOT_IMPLEMENTED.contains(reply.code())
                                    ? new NoSuchCommand(
                                            side, Capability.valueOf(verb), reply.toString())
                                    : new NotThisRoute(command + ": " + reply);
            case "PROT", "PASV", "EPSV", "PORT", "EPRT" ->
                    !reply.isTransient()
                            ? new NotThisRoute(verb + ": " + reply)
                            : reply.isNoDataConnection()
                                    ? new NoConnection(verb + ": " + reply)
                                    : new NoOtherHelps();
            case "REST" -> new TryAnother();
            default ->
                    reply.isNoDataConnection() ? noConnection(reply, proven) : new NoOtherHelps();
        };
    }

    private static Lesson answered(Reply source, Reply target, Route route, boolean proven) {
        if (isOfFile(source) || isOfFile(target)) {
            return new NoOtherHelps();
        }
        for (Reply reply : List.of(source, target)) {
            if (reply.isNoDataConnection()) {
                return noConnection(reply, proven);
            }
        }
        boolean sourceIsClient = route.tlsClient().equals(Optional.of(Side.SOURCE));
        if (source.isPositive() && !target.isPositive() && sourceIsClient) {
            // A TLS client that sends and closes too early believes that all went well.
            return new NotThisRoute("The end of the file was lost: " + target);
        }
        return new TryAnother();
    }

    /// A no of one server that has nothing to do with the other.
    private static boolean isOfFile(Reply reply) {
        boolean forGood =
                !reply.isPositive() && !reply.isTransient() && !reply.isNoDataConnection();
        return forGood || OF_FILE_NOW.contains(reply.code());
    }

    /// A demand for session reuse (522) is no accident, if nothing has worked before.
    private static Lesson noConnection(Reply reply, boolean proven) {
        return reply.isTransient() || proven
                ? new NoConnection(reply.toString())
                : new NotThisRoute(reply.toString());
    }

    private static String words(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
