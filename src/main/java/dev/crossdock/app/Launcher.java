package dev.crossdock.app;

import dev.crossdock.cli.CommandLineMain;
import dev.crossdock.cli.Streams;

import java.nio.file.Path;
import java.util.Map;
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
        Map<String, String> environment = System.getenv();
        Streams streams = Streams.standard();
        var line =
                new CommandLineMain(
                        options -> Wiring.of(dirs(options.home(), environment), options),
                        home -> Gateway.find(dirs(home, environment).data()),
                        new Starts(streams, home -> dirs(home, environment)),
                        streams,
                        environment);
        System.exit(line.run(arguments));
    }

    private static AppDirs dirs(Optional<Path> home, Map<String, String> environment) {
        return AppDirs.find(home, environment, System.getProperty("os.name"));
    }
}
