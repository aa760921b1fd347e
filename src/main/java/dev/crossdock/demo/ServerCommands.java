package dev.crossdock.demo;

import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;

import java.util.ArrayList;
import java.util.List;

/// The library's commands, with those replaced whose answers would not be true here.
final class ServerCommands {

    private ServerCommands() {}

    static CommandFactory create(ProxyRule proxy, boolean tls) {
        var commands = new CommandFactoryFactory();
        commands.addCommand("FEAT", reply(211, String.join("\n", features(proxy, tls))));
        commands.addCommand("MLSD", FactCommands::mlsd);
        commands.addCommand("MLST", FactCommands::mlst);
        commands.addCommand(
                "OPTS_MLST", reply(200, "MLST OPTS " + FileFacts.NAMES.replace("*", "")));
        commands.addCommand("SITE_CHMOD", FactCommands::chmod);
        // Our data connections do not compress.
        commands.addCommand("MODE", mode());
        return commands.createCommandFactory();
    }

    private static List<String> features(ProxyRule proxy, boolean tls) {
        var lines = new ArrayList<String>();
        lines.add("Features:");
        if (tls) {
            lines.add(proxy.isAdvertised() ? " AUTH TLS +proxy" : " AUTH TLS");
            lines.add(" PBSZ");
            lines.add(" PROT");
        }
        lines.addAll(
                List.of(
                        " EPRT",
                        " EPSV",
                        " MD5",
                        " MDTM",
                        " MFMT",
                        " MLST " + FileFacts.NAMES,
                        " REST STREAM",
                        " SIZE",
                        " TVFS",
                        " UTF8",
                        "End"));
        return lines;
    }

    private static Command reply(int code, String text) {
        return (session, _, _) -> {
            session.resetState();
            session.write(new DefaultFtpReply(code, text));
        };
    }

    private static Command mode() {
        return (session, _, request) -> {
            session.resetState();
            boolean stream = "S".equalsIgnoreCase(request.getArgument());
            FtpReply answer =
                    stream
                            ? new DefaultFtpReply(200, "Mode S it is.")
                            : new DefaultFtpReply(504, "Only MODE S here.");
            session.write(answer);
        };
    }
}
