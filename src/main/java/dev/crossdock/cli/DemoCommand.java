package dev.crossdock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// `crossdock demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts the window with two servers of its own, to try everything out.")
final class DemoCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--serve", description = "Only serve them and print their addresses.")
    private boolean serve;

    @Option(
            names = "--single-address",
            description =
                    "Demo only, for systems without 127.0.0.2: both servers share 127.0.0.1, and"
                            + " the one with +proxy is TLS client wherever it connects to.")
    private boolean singleAddress;

    DemoCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        return surroundings.windows().demo(root.home(), serve, singleAddress);
    }
}
