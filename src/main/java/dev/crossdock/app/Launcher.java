package dev.crossdock.app;

import dev.crossdock.cli.CommandLineMain;
import dev.crossdock.cli.Streams;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The way in.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        // vsftpd's session tickets live longer than the JDK takes, and are then not resumed.
        System.setProperty("jdk.tls.client.enableSessionTicketExtension", "false");
        // JavaFX warns of being on the class path, where it works as well.
        Logger javafx = Logger.getLogger("javafx");
        javafx.setLevel(Level.SEVERE);
        Streams streams = Streams.standard();
        var starts = new Starts(streams, AppDirs::find);
        // A double click does not wait for the command line to be built.
        System.exit(
                arguments.length == 0
                        ? starts.window(Optional.empty(), Optional.empty())
                        : commandLine(starts, streams).run(arguments));
    }

    private static CommandLineMain commandLine(Starts starts, Streams streams) {
        return new CommandLineMain(
                options -> Wiring.of(AppDirs.find(options.home()), options),
                home -> Gateway.find(AppDirs.find(home).data()),
                starts,
                streams,
                System.getenv());
    }
}
