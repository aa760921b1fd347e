package dev.crossdock.ftp;

import dev.crossdock.model.Logon;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Optional;

/// The talk of a login: USER, and PASS and ACCT where the server asks for them (RFC 959 §5.4).
final class Login {

    private static final int WANTS_PASSWORD = 331;
    private static final int WANTS_ACCOUNT = 332;

    private final ControlConnection control;
    private final Server server;
    private final Deadlines deadlines;

    Login(ControlConnection control, Server server, Deadlines deadlines) {
        this.control = control;
        this.server = server;
        this.deadlines = deadlines;
    }

    /// @param password empty if there is none yet
    void perform(Optional<char[]> password) throws IOException {
        Reply reply = Commands.askAtLogin(control, "USER " + user(), deadlines.reply());
        boolean asked = reply.code() == WANTS_PASSWORD;
        if (asked) {
            if (password.isEmpty()) {
                throw LoginException.passwordWanted(server);
            }
            reply =
                    Commands.askAtLogin(
                            control, "PASS " + CharBuffer.wrap(password.get()), deadlines.login());
        }
        if (reply.code() == WANTS_ACCOUNT && server.options().logon().account().isPresent()) {
            String account = server.options().logon().account().get();
            reply = Commands.askAtLogin(control, "ACCT " + account, deadlines.login());
            if (!reply.isPositive()) {
                throw LoginException.refusedAccount(reply);
            }
        }
        if (!reply.isPositive()) {
            throw LoginException.refused(reply, asked);
        }
    }

    /// RFC 1635 has two names for nobody.
    private String user() {
        boolean anonymous = server.options().logon().kind() == Logon.Kind.ANONYMOUS;
        return anonymous && !server.user().equals("ftp") ? "anonymous" : server.user();
    }
}
