package dev.crossdock.cli;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.TransferPolicy;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The options of `copy` that decide how files travel.
final class CopyOptions {

    private static final int MOST_PAIRS = 16;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description =
                    "auto, proxy, sscn, cpsv, ccsn, relay or clear. A named one is used or the copy"
                            + " fails. Default: as chosen in the window, else auto.")
    private @Nullable String method;

    @Option(
            names = "--passive",
            paramLabel = "SIDE",
            description = "The server that listens: auto, source or target. Default: auto.")
    private String passive = "auto";

    @Option(names = "--allow-relay", description = "Allow the bytes to pass through this computer.")
    private boolean allowRelay;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "How many files travel at once, 1 to 16. Default: 2.")
    private int pairs = 2;

    @Option(
            names = "--exists",
            paramLabel = "RULE",
            description =
                    "What to do with a file that is there already: ask (without a terminal: fail),"
                        + " skip, overwrite, overwrite-newer, overwrite-other-size,"
                        + " overwrite-newer-or-other-size, resume or rename. Where a time is not"
                        + " known, the file stays as it is. Default: as set in the window, else"
                        + " ask.")
    private @Nullable String exists;

    @Option(
            names = "--keep-times",
            negatable = true,
            description =
                    "The copies get the times of last change of what they are copies of. Default:"
                            + " as set in the window, else they do not.")
    private @Nullable Boolean keepTimes;

    @Option(
            names = "--roll-back",
            paramLabel = "SIZE",
            description =
                    "How far before the end of what is there a resume begins, up to 1M: 0, 4096,"
                            + " 64K. Default: as set in the window, else 0.")
    private @Nullable String rollBack;

    @Option(
            names = "--limit",
            paramLabel = "RATE",
            description =
                    "Bytes a second for all that passes this computer: 500K, 2M, 1.5M. Default: as"
                            + " fast as it goes.")
    private String limit = "";

    @Option(
            names = "--hash",
            paramLabel = "RULE",
            description =
                    "When a checksum of what arrived is compared, besides the size: never,"
                            + " cheap (small files) or always, as far as the servers compute one."
                            + " Default: as chosen in the window, else cheap.")
    private @Nullable String hash;

    @Mixin private final RuleOptions rules = new RuleOptions();

    /// Bytes a second, 0 for no limit.
    long limit() throws UsageException {
        return limit.isEmpty() ? 0 : Choices.rate(limit);
    }

    /// @throws UsageException if a way from server to server is asked for
    void requireNoRoute() throws UsageException {
        if (wanted().isPresent() || !passive.equals("auto")) {
            throw new UsageException(
                    "--method and --passive are for copies from server to server.");
        }
    }

    int pairs() throws UsageException {
        if (pairs < 1 || pairs > MOST_PAIRS) {
            throw new UsageException("--pairs takes a number from 1 to " + MOST_PAIRS + ".");
        }
        return pairs;
    }

    /// @throws UsageException if the options contradict each other
    Wishes wishes(boolean allowClear, boolean canAsk) throws UsageException {
        var wanted = wanted();
        var listens = Choices.passive(passive);
        if (wanted.equals(Optional.of(Method.RELAY)) && listens.isPresent()) {
            throw new UsageException(
                    "--method=relay and --passive contradict each other: nobody listens.");
        }
        ExistsRule rule = exists == null ? ExistsRule.ASK : Choices.exists(exists);
        var policy =
                new TransferPolicy(
                        wanted,
                        listens,
                        allowRelay,
                        allowClear,
                        rule == ExistsRule.ASK && !canAsk ? ExistsRule.FAIL : rule,
                        hash == null ? HashRule.WHEN_CHEAP : Choices.hash(hash),
                        keepTimes != null && keepTimes,
                        rollBack == null ? 0 : Choices.rollBack(rollBack));
        return new Wishes(policy, named(), canAsk, rules.heeded());
    }

    private Set<Wishes.Topic> named() {
        var named = EnumSet.noneOf(Wishes.Topic.class);
        if (method != null) {
            named.add(Wishes.Topic.METHOD);
        }
        if (hash != null) {
            named.add(Wishes.Topic.HASH);
        }
        if (exists != null) {
            named.add(Wishes.Topic.EXISTS);
        }
        if (keepTimes != null) {
            named.add(Wishes.Topic.KEEP_TIMES);
        }
        if (rollBack != null) {
            named.add(Wishes.Topic.ROLL_BACK);
        }
        return named;
    }

    private Optional<Method> wanted() throws UsageException {
        return method == null ? Optional.empty() : Choices.method(method);
    }
}
