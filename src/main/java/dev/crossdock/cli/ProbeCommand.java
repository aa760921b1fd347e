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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `crossdock probe`: what two servers can do together.
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "crossdock probe [OPTIONS] A B",
            "crossdock probe --forget [--json] [SITE...]"
        },
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

    @Option(
            names = "--forget",
            description =
                    "Forget what earlier transfers taught about these servers, or about all where"
                            + " none is named. Nothing is connected.")
    private boolean forget;

    @Parameters(arity = "0..*", paramLabel = "SITE", description = "The servers.")
    private List<String> places = List.of();

    ProbeCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        if (forget) {
            return new Forgetting(surroundings, root.home(), options.json()).run(places);
        }
        if (places.size() != 2) {
            throw new UsageException("probe needs two servers, A and B.");
        }
        var work = new Work(options.remote(places.get(0), "A"), options.remote(places.get(1), "B"));
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
            ProbeText.lines(report, surroundings.clock().getZone()).forEach(out::println);
        }
        out.flush();
    }
}
