package dev.crossdock.ftp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Makes a connection that is logged in ready for work: the site's own commands, capabilities, PROT
/// P, TYPE I and the folder that we are in.
final class Preparation {

    private static final int FIRST_NO = 400;

    private final ControlConnection control;
    private final Server server;
    private final Deadlines deadlines;

    Preparation(ControlConnection control, Server server, Deadlines deadlines) {
        this.control = control;
        this.server = server;
        this.deadlines = deadlines;
    }

    Session session() throws IOException {
        // First, so that nothing the user writes there can take back what follows.
        sendCommandsOfSite();
        Capabilities capabilities = capabilities();
        if (capabilities.has(Capability.UTF8) && control.charset().equals(StandardCharsets.UTF_8)) {
            // Some servers speak UTF-8 only when told to; others answer no and speak it anyway.
            ask("OPTS UTF8 ON");
        }
        if (server.tls().isEncrypted()) {
            protectData();
        }
        Commands.require(control, "TYPE I", deadlines.reply());
        Reply reply = ask("SYST");
        String system = reply.isPositive() ? reply.text() : "";
        var facts =
                new ServerFacts(
                        server,
                        capabilities,
                        control.tlsFacts(),
                        control.peer().getHostAddress(),
                        control.own().getHostAddress(),
                        home(),
                        ProductGuess.guess(control.greeting().text(), system, capabilities));
        return new Session(facts, system, control, deadlines);
    }

    private void sendCommandsOfSite() throws IOException {
        for (String command : server.options().afterLogin()) {
            Reply reply = ask(command);
            if (reply.code() >= FIRST_NO) {
                throw new AfterLoginException(Scribe.masked(command), reply);
            }
        }
    }

    private Capabilities capabilities() throws IOException {
        Reply reply = ask("FEAT");
        return reply.isPositive() ? FeatReply.read(reply) : Capabilities.NONE;
    }

    /// RFC 4217 §9: PBSZ 0 comes before PROT P. Without PROT P nothing goes on.
    private void protectData() throws IOException {
        for (String command : List.of("PBSZ 0", "PROT P")) {
            Reply reply = ask(command);
            if (!reply.isPositive()) {
                throw new NotProtectedException(command, reply);
            }
        }
    }

    private RemotePath home() throws IOException {
        Optional<Reply> reply = Optional.of(ask("PWD")).filter(answer -> answer.code() == 257);
        return reply.isPresent() ? Commands.pathOf(reply.get()) : RemotePath.ROOT;
    }

    private Reply ask(String command) throws IOException {
        return Commands.ask(control, command, deadlines.reply());
    }
}
