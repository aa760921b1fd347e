package dev.crossdock.ftp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a server believes about the data connections of a session.
///
/// @param guarded PROT P holds (RFC 2228), else PROT C
/// @param client by which command the server was told to be TLS client, if it was
public record Posture(boolean guarded, Optional<Client> client) {

    public static final Posture PROTECTED = new Posture(true, Optional.empty());
    public static final Posture CLEAR = new Posture(false, Optional.empty());

    /// The commands that make a server TLS client until they are taken back.
    public enum Client {
        SSCN,
        CCSN
    }

    public Posture {
        if (client.isPresent() && !guarded) {
            throw new IllegalArgumentException("no TLS client without TLS");
        }
    }

    public static Posture clientBy(Client command) {
        return new Posture(true, Optional.of(command));
    }

    /// One command and what holds once the server has taken it.
    record Move(String command, Posture after) {}

    /// What leads from here to there; some servers take SSCN only under PROT P.
    List<Move> movesTo(Posture wanted) {
        var moves = new ArrayList<Move>();
        Posture now = this;
        if (now.client.isPresent() && !now.client.equals(wanted.client)) {
            String command = now.client.get() + " OFF";
            now = new Posture(now.guarded, Optional.empty());
            moves.add(new Move(command, now));
        }
        if (now.guarded != wanted.guarded) {
            now = new Posture(wanted.guarded, now.client);
            moves.add(new Move(wanted.guarded ? "PROT P" : "PROT C", now));
        }
        if (!now.client.equals(wanted.client)) {
            moves.add(new Move(wanted.client.orElseThrow() + " ON", wanted));
        }
        return moves;
    }
}
