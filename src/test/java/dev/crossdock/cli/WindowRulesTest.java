package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.PairRule;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteRules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was chosen for two servers in the window holds for `copy` and `probe`, unless an option
/// says otherwise.
class WindowRulesTest {

    private static final Server ALPHA = server("alpha", TlsMode.EXPLICIT);
    private static final Server BETA = server("beta", TlsMode.EXPLICIT);

    private final Path folder;
    private final Shell shell;

    WindowRulesTest(@TempDir Path folder) {
        this.folder = folder;
        shell = new Shell(folder);
        shell.cores.server("alpha").file("/x", 5);
        FakeServer beta = shell.cores.server("beta").folder("/t").file("/y", 6);
        shell.cores.servers.put("BETA", beta);
    }

    /// A rule is its method and what it allows.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
                    rule             | options                       | method | passive | relay | clear | hash       | said
                    -                | --pairs=2                     | -      | -       | false | false | WHEN_CHEAP | -
                    sscn             | --pairs=2                     | SSCN   | -       | false | false | WHEN_CHEAP | only SSCN
                    proxy+relay      | --pairs=2                     | PROXY  | -       | true  | false | WHEN_CHEAP | only +proxy
                    always           | --pairs=2                     | -      | -       | false | false | ALWAYS     | checksums always
                    never            | --pairs=2                     | -      | -       | false | false | NEVER      | checksums never
                    relay            | --pairs=2                     | -      | -       | true  | false | WHEN_CHEAP | files may pass through this computer
                    clear            | --pairs=2                     | -      | -       | false | true  | WHEN_CHEAP | data may travel unencrypted
                    relay+clear      | --pairs=2                     | -      | -       | true  | true  | WHEN_CHEAP | files may pass through this computer, data may travel unencrypted
                    =relay           | --pairs=2                     | RELAY  | -       | true  | false | WHEN_CHEAP | only through this computer
                    =clear+always    | --pairs=2                     | CLEAR  | -       | false | true  | ALWAYS     | only unencrypted, checksums always
                    sscn             | --method=auto                 | -      | -       | false | false | WHEN_CHEAP | -
                    sscn+relay       | --method=proxy                | PROXY  | -       | true  | false | WHEN_CHEAP | -
                    sscn             | --method=sscn                 | SSCN   | -       | false | false | WHEN_CHEAP | -
                    always           | --hash=cheap                  | -      | -       | false | false | WHEN_CHEAP | -
                    always+relay     | --hash=never                  | -      | -       | true  | false | NEVER      | files may pass through this computer
                    relay            | --allow-relay                 | -      | -       | true  | false | WHEN_CHEAP | -
                    relay            | --allow-clear                 | -      | -       | true  | true  | WHEN_CHEAP | files may pass through this computer
                    relay            | --method=relay                | RELAY  | -       | true  | false | WHEN_CHEAP | files may pass through this computer
                    clear            | --method=clear                | CLEAR  | -       | false | true  | WHEN_CHEAP | data may travel unencrypted
                    sscn             | --passive=source              | SSCN   | SOURCE  | false | false | WHEN_CHEAP | only SSCN
                    =relay           | --passive=target              | -      | TARGET  | true  | false | WHEN_CHEAP | files may pass through this computer
                    sscn+clear+never | --no-rules                    | -      | -       | false | false | WHEN_CHEAP | -
                    """)
    void ruleIsTheDefaultAndAnOptionWins(
            String rule,
            String option,
            Method method,
            Side passive,
            boolean relay,
            boolean clear,
            HashRule hash,
            String said)
            throws FailureException {
        if (rule != null) {
            shell.cores.rules.save(rule(ALPHA, BETA, rule));
        }
        var result = shell.run("copy", option, "ftps://alpha/x", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals(
                new TransferPolicy(
                        Optional.ofNullable(method),
                        Optional.ofNullable(passive),
                        relay,
                        clear,
                        ExistsRule.FAIL,
                        hash,
                        false,
                        0),
                policy("/x"));
        assertEquals(said == null ? "" : words("alpha", "beta", said), result.err());
    }

    @Test
    void aSiteHasItsSayAndThatIsTold() throws FailureException {
        save(SiteRules.Stance.NEVER, SiteRules.Role.LISTENS);
        var result = shell.run("copy", "--allow-relay", "site:a/x", "site:b/t");
        assertEquals(0, result.code(), result.err());
        assertFalse(policy("/x").allowRelay());
        assertEquals(Optional.of(Side.SOURCE), policy("/x").passive());
        assertEquals(
                words("a", "b", "no file passes through this computer, the source listens"),
                result.err());
    }

    @Test
    void aMethodThatASiteNeverAllowsIsRefusedUnlessRulesAreLeftOut() throws FailureException {
        save(SiteRules.Stance.NEVER, SiteRules.Role.ANY);
        String[] copy = {"copy", "--allow-relay", "--method=relay", "site:a/x", "site:b/t"};
        var result = shell.run(copy);
        assertEquals(2, result.code());
        assertTrue(result.err().contains("set never to allow --method=relay"), result.err());
        String[] bare = {
            "copy", "--no-rules", "--allow-relay", "--method=relay", "site:a/x", "site:b/t"
        };
        assertEquals(0, shell.run(bare).code());
        assertEquals(Optional.of(Method.RELAY), policy("/x").method());
    }

    private void save(SiteRules.Stance relay, SiteRules.Role role) throws FailureException {
        var rules = new SiteRules(Optional.empty(), role, relay, SiteRules.Stance.BY_PAIR);
        shell.cores.sites.save(new Site(ALPHA.named("a"), Optional.empty()).with(rules));
        shell.cores.sites.save(new Site(BETA.named("b"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftps://beta/y ftps://alpha/",
                "ftps://someone@BETA:21/y ftps://alpha",
                "site:b/y site:a/",
                "ftpes://beta/y site:a/"
            })
    void itHoldsBothWaysAndHoweverTheServersAreWritten(String places) throws FailureException {
        shell.cores.sites.save(new Site(ALPHA.named("a"), Optional.empty()));
        shell.cores.sites.save(new Site(BETA.named("b"), Optional.empty()));
        shell.cores.rules.save(rule(ALPHA, BETA, "relay"));
        var result = shell.run(("copy " + places).split(" "));
        assertEquals(0, result.code(), result.err());
        assertTrue(policy("/y").allowRelay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftps://beta:2121/y", "ftps-implicit://beta:21/y", "ftps://gamma/y"})
    void otherServersAreNotMeant(String source) throws FailureException {
        shell.cores.server("gamma").file("/y", 1);
        shell.cores.rules.save(rule(ALPHA, BETA, "clear+relay"));
        var result = shell.run("copy", source, "ftps://alpha/");
        assertEquals(0, result.code(), result.err());
        assertEquals(TransferPolicy.secure(ExistsRule.FAIL), policy("/y"));
        assertEquals("", result.err());
    }

    @Test
    void eachSourceGoesByTheRuleOfItsOwnServer() throws FailureException {
        shell.cores.server("gamma").file("/g", 4);
        shell.cores.rules.save(rule(ALPHA, BETA, "always"));
        shell.cores.rules.save(rule(server("gamma", TlsMode.EXPLICIT), BETA, "relay"));
        shell.cores.server("alpha").file("/x2", 5);
        var result =
                shell.run(
                        "copy",
                        "ftps://alpha/x",
                        "ftps://alpha/x2",
                        "ftps://gamma/g",
                        "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals(HashRule.ALWAYS, policy("/x").hash());
        assertEquals(HashRule.ALWAYS, policy("/x2").hash());
        assertEquals(HashRule.WHEN_CHEAP, policy("/g").hash());
        assertTrue(policy("/g").allowRelay());
        assertEquals(
                words("alpha", "beta", "checksums always")
                        + words("gamma", "beta", "files may pass through this computer"),
                result.err());
    }

    @Test
    void theMethodThatIsNamedMustBeAllowedForEachServer() throws FailureException {
        shell.cores.server("gamma").file("/g", 4);
        shell.cores.rules.save(rule(ALPHA, BETA, "relay"));
        var result =
                shell.run(
                        "copy",
                        "--method=relay",
                        "ftps://alpha/x",
                        "ftps://gamma/g",
                        "ftps://beta/t");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("--method=relay needs --allow-relay."), result.err());
        assertEquals(List.of(), shell.cores.runner.run);
    }

    @Test
    void nothingIsSaidOnStandardOutput() throws FailureException {
        shell.cores.rules.save(rule(ALPHA, BETA, "sscn"));
        var result = shell.run("copy", "--json", "ftps://alpha/x", "ftps://beta/t");
        assertEquals("done", result.onlyJson().get("outcome").textValue());
        assertEquals(words("alpha", "beta", "only SSCN"), result.err());
    }

    @Test
    void aConsentIsForTheDataAndNeverForALoginWithoutTls() throws FailureException {
        Server clear = server("beta", TlsMode.CLEAR);
        shell.cores.rules.save(rule(ALPHA, clear, "clear"));
        var refused = shell.run("copy", "ftps://alpha/x", "ftp://beta/t");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("--allow-clear"), refused.err());
        var probed = shell.run("probe", "ftps://alpha", "ftp://beta");
        assertEquals(2, probed.code());
        assertEquals(List.of(), shell.cores.opened);
        assertEquals(
                0, shell.run("copy", "--allow-clear", "ftps://alpha/x", "ftp://beta/t").code());
    }

    @Test
    void copiesFromThisComputerHaveNoRule() throws FailureException, IOException {
        Path file = Files.writeString(folder.resolve("mine"), "x");
        shell.cores.server("localhost").folder(folder.toString()).file(file.toString(), 1);
        shell.cores.rules.save(rule(Server.LOCAL, BETA, "sscn+clear"));
        shell.terminal = FakeTerminal.typing("secret");
        var result = shell.run("copy", file.toString(), "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertFalse(result.err().contains("chosen in the window"), result.err());
        assertEquals(TransferPolicy.secure(ExistsRule.ASK), policy(file.toString()));
    }

    @Test
    void aDamagedFileAllowsNothingAndIsTold() throws IOException {
        Files.writeString(folder.resolve("pairs.json"), "{");
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals(TransferPolicy.secure(ExistsRule.FAIL), policy("/x"));
        assertTrue(result.err().contains("pairs.json could not be used"), result.err());
    }

    @ParameterizedTest
    @CsvSource({"--json, true", "--no-rules, false"})
    void probeCountsWhatTheRuleAllows(String option, boolean ruled) throws FailureException {
        shell.cores.rules.save(rule(ALPHA, BETA, "=relay+always"));
        var seen = new ArrayList<TransferPolicy>();
        shell.cores.routes =
                (_, _, policy) -> {
                    seen.add(policy);
                    return FakeCores.OPEN;
                };
        var result = shell.run("probe", option, "ftps://beta", "ftps://alpha");
        TransferPolicy expected =
                ruled
                        ? new TransferPolicy(
                                Optional.of(Method.RELAY),
                                Optional.empty(),
                                true,
                                false,
                                ExistsRule.FAIL,
                                HashRule.ALWAYS,
                                false,
                                0)
                        : TransferPolicy.secure(ExistsRule.FAIL);
        assertEquals(List.of(expected, expected), seen);
        assertEquals(
                ruled ? words("beta", "alpha", "only through this computer, checksums always") : "",
                result.err());
    }

    @Test
    void probeTriesByTheRuleToo() throws FailureException {
        shell.cores.rules.save(rule(ALPHA, BETA, "sscn"));
        shell.run("probe", "--try", "ftps://alpha", "ftps://beta");
        assertEquals(
                Set.of(Optional.of(Method.SSCN)),
                shell.cores.runner.run.stream()
                        .map(JobSpec::policy)
                        .map(TransferPolicy::method)
                        .collect(Collectors.toSet()));
    }

    private static String words(String one, String other, String said) {
        return "crossdock: Between %s and %s as chosen in the window: %s. --no-rules leaves it out.\n"
                .formatted(one, other, said);
    }

    private TransferPolicy policy(String source) {
        return shell.cores.runner.run.stream()
                .filter(spec -> spec.sourcePath().value().equals(source))
                .map(JobSpec::policy)
                .findFirst()
                .orElseThrow();
    }

    private static PairRule rule(Server one, Server other, String words) {
        PairRule rule = PairRule.usual(one, other);
        for (String word : words.split("\\+")) {
            rule =
                    switch (word) {
                        case "relay" -> rule.relay(true);
                        case "clear" -> rule.clear(true);
                        case "=relay" -> rule.relay(true).by(Optional.of(Method.RELAY));
                        case "=clear" -> rule.clear(true).by(Optional.of(Method.CLEAR));
                        case "always" -> rule.hash(HashRule.ALWAYS);
                        case "never" -> rule.hash(HashRule.NEVER);
                        default -> rule.by(Method.ofWord(word));
                    };
        }
        return rule;
    }

    private static Server server(String host, TlsMode tls) {
        return new Server(new SiteId(host), host, host, 21, tls, "anonymous");
    }
}
