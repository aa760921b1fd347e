package dev.crossdock.cli;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `crossdock probe`: what two servers can do together.
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = {
            "Logs in on two servers and tells what each can do and by which routes files could",
            "travel in each direction: who listens, who connects, who is TLS client, and why the",
            "other routes are out. No file is touched."
        })
final class ProbeCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Surroundings surroundings;

    @Mixin private final LoginOptions options = new LoginOptions();

    @Option(names = "--allow-relay", description = "Count the relay through this computer too.")
    private boolean allowRelay;

    @Parameters(index = "0", paramLabel = "A", description = "One server.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other.")
    private String second = "";

    ProbeCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        var work = new Work(options.remote(first, "A"), options.remote(second, "B"));
        return new Workplace(surroundings, root.home(), options).work(1, work);
    }

    private final class Work implements DeskWork {

        private final Place.Remote one;
        private final Place.Remote other;

        Work(Place.Remote one, Place.Remote other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public Spot source() {
            return Spot.typed(one);
        }

        @Override
        public Optional<Spot> target() {
            return Optional.of(Spot.typed(other));
        }

        @Override
        public int run(Desk desk) throws UsageException, FailureException, InterruptedException {
            Login source = desk.logins().of(one, Side.SOURCE);
            Login target = desk.logins().of(other, Side.TARGET);
            var from = desk.visits().enter(source).facts();
            var to = desk.visits().enter(target).facts();
            var policy =
                    new TransferPolicy(
                            Optional.empty(),
                            Optional.empty(),
                            allowRelay,
                            options.allowClear(),
                            ExistsRule.FAIL,
                            HashRule.WHEN_CHEAP);
            var routes = desk.core().routes();
            print(
                    new ProbeReport(
                            one.typed(),
                            from,
                            other.typed(),
                            to,
                            routes.ladder(from, to, policy),
                            routes.ladder(to, from, policy)));
            return ExitCode.DONE;
        }
    }

    private void print(ProbeReport report) {
        var out = surroundings.streams().out();
        if (options.json()) {
            out.print(new Json().probe(report) + "\n");
        } else {
            ProbeText.lines(report).forEach(out::println);
        }
        out.flush();
    }
}
