package dev.crossdock.cli;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.TransferPolicy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            "other routes are out. No file is touched without --try."
        })
final class ProbeCommand implements Callable<Integer> {

    /// What the settings say of copies is for copies.
    private static final Set<Wishes.Topic> SILENT =
            Set.of(Wishes.Topic.EXISTS, Wishes.Topic.KEEP_TIMES, Wishes.Topic.ROLL_BACK);

    private final RootCommand root;
    private final Surroundings surroundings;

    @Mixin private final LoginOptions options = new LoginOptions();

    @Option(names = "--allow-relay", description = "Count the relay through this computer too.")
    private boolean allowRelay;

    @Mixin private final RuleOptions rules = new RuleOptions();

    @Option(
            names = "--try",
            description =
                    "Then send one small file each way, as copy would, and remove it: in the folder"
                            + " that a place names, else in the login folder.")
    private boolean trying;

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
        if (forget && trying) {
            throw new UsageException("--try and --forget contradict each other.");
        }
        if (forget) {
            return new Forgetting(surroundings, root.home(), options.json()).run(places);
        }
        if (places.size() != 2) {
            throw new UsageException("probe needs two servers, A and B.");
        }
        var policy =
                new TransferPolicy(
                        Optional.empty(),
                        Optional.empty(),
                        allowRelay,
                        options.allowClear(),
                        ExistsRule.FAIL,
                        HashRule.WHEN_CHEAP,
                        false,
                        0);
        var wishes = new Wishes(policy, SILENT, false, rules.heeded());
        var workplace = new Workplace(surroundings, root.home(), options);
        Optional<Reporter> tries = trying ? Optional.of(workplace.reporter()) : Optional.empty();
        var run =
                new ProbeRun(
                        options.remote(places.get(0), "A"),
                        options.remote(places.get(1), "B"),
                        wishes,
                        this::print,
                        tries,
                        surroundings.streams());
        return workplace.work(1, run);
    }

    private void print(ProbeReport report) {
        var out = surroundings.streams().out();
        if (options.json()) {
            out.print(new Json().probe(report) + "\n");
        } else {
            ProbeText.lines(report, surroundings.clock().getZone()).forEach(out::println);
            if (trying) {
                out.println();
            }
        }
        out.flush();
    }
}
