package dev.crossdock.transfer;

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

    /// No data connection came about. If that happens again, the route does not work.
    record NoConnection(String words) implements Lesson {}

    /// It may have been chance; another route may still carry the file.
    record TryAnother() implements Lesson {}

    /// The file, the account or the hour is to blame, and no other route would help.
    record NoOtherHelps() implements Lesson {}

    Set<Integer> NOT_IMPLEMENTED = Set.of(500, 501, 502, 504);
    Set<Integer> DATA_CONNECTION = Set.of(425, 521, 522, 534, 535, 536, 537);

    static Lesson of(Verdict verdict, Route route) {
        return switch (verdict) {
            case Verdict.Refused(var side, var command, var reply) -> refused(side, command, reply);
            case Verdict.Misled(_, var cause) -> new NotThisRoute(words(cause));
            case Verdict.Lost _ -> new TryAnother();
            case Verdict.Stalled(var moved, _) ->
                    moved
                            ? new NoOtherHelps()
                            : new NotThisRoute("No byte moved between the two servers.");
            case Verdict.BothAnswered(var source, var target) -> answered(source, target, route);
        };
    }

    private static Lesson refused(Side side, String command, Reply reply) {
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
                    reply.isTransient() && !DATA_CONNECTION.contains(reply.code())
                            ? new NoOtherHelps()
                            : new NotThisRoute(verb + ": " + reply);
            case "REST" -> new TryAnother();
            default ->
                    DATA_CONNECTION.contains(reply.code())
                            ? noConnection(reply)
                            : new NoOtherHelps();
        };
    }

    private static Lesson answered(Reply source, Reply target, Route route) {
        if (isOfFile(source) || isOfFile(target)) {
            return new NoOtherHelps();
        }
        for (Reply reply : List.of(source, target)) {
            if (DATA_CONNECTION.contains(reply.code())) {
                return noConnection(reply);
            }
        }
        boolean sourceIsClient = route.tlsClient().equals(Optional.of(Side.SOURCE));
        if (source.isPositive() && !target.isPositive() && sourceIsClient) {
            // A TLS client that sends and closes too early believes that all went well.
            return new NotThisRoute("The end of the file was lost: " + target);
        }
        return new TryAnother();
    }

    /// A no for good, of one server, that has nothing to do with the other.
    private static boolean isOfFile(Reply reply) {
        return !reply.isPositive()
                && !reply.isTransient()
                && !DATA_CONNECTION.contains(reply.code());
    }

    /// A demand for session reuse is no accident.
    private static Lesson noConnection(Reply reply) {
        return reply.code() == 425
                ? new NoConnection(reply.toString())
                : new NotThisRoute(reply.toString());
    }

    private static String words(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
