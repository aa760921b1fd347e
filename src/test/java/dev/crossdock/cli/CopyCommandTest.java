package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.ExistsPrompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `copy` without `--json`: what becomes of what on which server, and how it ends.
class CopyCommandTest {

    private final Shell shell;
    private final FakeServer alpha;
    private final FakeServer beta;

    CopyCommandTest(@TempDir Path folder) {
        shell = new Shell(folder);
        alpha =
                shell.cores
                        .server("alpha")
                        .file("/x", 5)
                        .file("/y", 6)
                        .folder("/d")
                        .file("/d/a", 1)
                        .folder("/d/e")
                        .file("/d/e/b", 2)
                        .folder("/home")
                        .folder("/home/me")
                        .file("/home/me/z", 3)
                        .put("/socket", other("socket"));
        alpha.home = RemotePath.of("/home/me");
        beta = shell.cores.server("beta").folder("/t").file("/f", 9);
    }

    /// One row for each case of `cp -r`.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    source   | target  | jobs                                  | made
                    /x       | /t      | /x>/t/x                               |
                    /x       | /t/     | /x>/t/x                               |
                    /x       | /       | /x>/x                                 |
                    /x       | ''      | /x>/x                                 |
                    /x       | /new    | /x>/new                               |
                    /x       | /new/   | /x>/new/x                             | /new
                    /x       | /n/e/w  | /x>/n/e/w                             | /n /n/e
                    /x       | /n/e/w/ | /x>/n/e/w/x                           | /n /n/e /n/e/w
                    /x       | /t/e/w  | /x>/t/e/w                             | /t/e
                    /x       | /f      | /x>/f                                 |
                    /d       | /t      | /d>/t/d /d/a>/t/d/a /d/e>/t/d/e /d/e/b>/t/d/e/b     |
                    /d/      | /t/     | /d>/t/d /d/a>/t/d/a /d/e>/t/d/e /d/e/b>/t/d/e/b     |
                    /d       | /new    | /d>/new /d/a>/new/a /d/e>/new/e /d/e/b>/new/e/b     |
                    /d       | /new/   | /d>/new/d /d/a>/new/d/a /d/e>/new/d/e /d/e/b>/new/d/e/b | /new
                    /d/.     | /t      | /d>/t /d/a>/t/a /d/e>/t/e /d/e/b>/t/e/b             |
                    /d/e     | /n/w    | /d/e>/n/w /d/e/b>/n/w/b               | /n
                    /~/z     | /t      | /home/me/z>/t/z                       |
                    /~/      | /t      | /home/me>/t/me /home/me/z>/t/me/z     |
                    """)
    void meansWhatCpMeans(String source, String target, String jobs, String made) {
        var result =
                shell.run("copy", "--pairs=1", "ftps://alpha" + source, "ftps://beta" + target);
        assertEquals(0, result.code(), result.err());
        assertEquals(jobs, carriedOut());
        assertEquals(
                made == null ? "" : made,
                String.join(" ", beta.made.stream().map(RemotePath::value).toList()));
    }

    @Test
    void rootGoesIntoTheTargetWithoutAName() {
        var small = shell.cores.server("gamma").file("/only", 4);
        var result = shell.run("copy", "ftps://gamma/", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals("/>/t /only>/t/only", carriedOut());
        assertEquals(0, small.loggedIn);
    }

    @Test
    void severalSourcesGoIntoAFolder() {
        var result = shell.run("copy", "ftps://alpha/x", "ftps://alpha/y", "ftps://beta/new/");
        assertEquals(0, result.code(), result.err());
        assertEquals("/x>/new/x /y>/new/y", carriedOut());
        assertEquals(List.of(RemotePath.of("/new")), beta.made);
    }

    @ParameterizedTest
    @CsvSource({"/new", "/f"})
    void severalSourcesIntoSomethingElseAreWrongUsage(String target) {
        var result = shell.run("copy", "ftps://alpha/x", "ftps://alpha/y", "ftps://beta" + target);
        assertEquals(2, result.code());
        assertEquals("", carriedOut());
        assertEquals(List.of(), beta.made);
    }

    @Test
    void sourcesMayComeFromSeveralServers() {
        shell.cores.server("gamma").file("/g", 4);
        var result = shell.run("copy", "ftps://alpha/x", "ftps://gamma/g", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals("/g>/t/g /x>/t/x", carriedOut());
    }

    @Test
    void missingSourceFailsWhileTheOthersGoOn() {
        var result = shell.run("copy", "ftps://alpha/nothing", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(1, result.code());
        assertEquals("/x>/t/x", carriedOut());
        assertTrue(result.err().contains("ftps://alpha/nothing does not exist"), result.err());
    }

    @Test
    void onlyMissingSourcesFailAndNothingIsMade() {
        var result = shell.run("copy", "ftps://alpha/nothing", "ftps://beta/new/");
        assertEquals(1, result.code());
        assertEquals(List.of(), beta.made);
    }

    @ParameterizedTest
    @CsvSource({
        "/x/, /t, is a file but was written as a folder",
        "/socket, /t, is neither a file nor a folder",
        "/d, /f, is a file; nothing can be put into it",
        "/x, /f/, is a file; nothing can be put into it"
    })
    void whatCannotBeIsRefused(String source, String target, String words) {
        var result = shell.run("copy", "ftps://alpha" + source, "ftps://beta" + target);
        assertEquals(1, result.code());
        assertEquals("", carriedOut());
        assertTrue(result.err().contains(words), result.err());
    }

    @Test
    void secondSourceOfTheSameNameIsRefused() {
        alpha.file("/d/x", 8);
        var result = shell.run("copy", "ftps://alpha/x", "ftps://alpha/d/x", "ftps://beta/t");
        assertEquals(1, result.code());
        assertEquals("/x>/t/x", carriedOut());
    }

    @Test
    void namesThatDifferOnlyInCaseAreMarked() {
        alpha.file("/d/X", 8);
        shell.run("copy", "ftps://alpha/x", "ftps://alpha/d/X", "ftps://alpha/y", "ftps://beta/t");
        assertEquals(
                List.of("/d/X true", "/x true", "/y false"),
                shell.cores.runner.run.stream()
                        .map(spec -> spec.sourcePath() + " " + spec.caseTwin())
                        .sorted()
                        .toList());
    }

    @Test
    void linkGoesAsWhatItLeadsTo() {
        alpha.put("/lf", link("lf")).put("/ld", link("ld"));
        shell.run("copy", "ftps://alpha/lf", "ftps://beta/t");
        var spec = shell.cores.runner.run.getFirst();
        assertEquals(JobSpec.Kind.FILE, spec.kind());
        assertEquals(OptionalLong.empty(), spec.size());
    }

    @Test
    void folderThatCannotBeListedFromAboveIsFoundAllTheSame() {
        alpha.closed.add(RemotePath.of("/home"));
        var result = shell.run("copy", "ftps://alpha/home/me", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals("/home/me>/t/me /home/me/z>/t/me/z", carriedOut());
    }

    @Test
    void hiddenNameIsTriedThoughItIsNotListed() {
        shell.run("copy", "ftps://alpha/.profile", "ftps://beta/t");
        assertEquals("/.profile>/t/.profile", carriedOut());
    }

    @Test
    void aListingThatBrokeIsNoMissingFile() {
        alpha.brokenListings.put(
                RemotePath.ROOT,
                alpha.failure(
                        Failure.Remedy.RETRY_LATER, "alpha refused MLSD /: 426 Connection lost."));
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(1, result.code());
        assertTrue(result.err().contains("426 Connection lost"), result.err());
        assertFalse(result.err().contains("does not exist"), result.err());
    }

    @Test
    void aFileInAFolderThatCannotBeListedIsFoundBySize() {
        alpha.closed.add(RemotePath.of("/home/me"));
        alpha.home = RemotePath.ROOT;
        var result = shell.run("copy", "ftps://alpha/home/me/z", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals(OptionalLong.of(3), shell.cores.runner.run.getFirst().size());
    }

    @Test
    void aFileOfAListingThatCannotBeReadIsFoundBySize() {
        alpha.unlisted.add(RemotePath.of("/x"));
        alpha.leftOut.add("A line that is no entry: +i8388621.48594,m825718503,r,s5,\tx");
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals(OptionalLong.of(5), shell.cores.runner.run.getFirst().size());
    }

    @Test
    void whatNeitherListingNorSizeCanTellIsNotCalledMissing() {
        alpha.unlisted.add(RemotePath.of("/x"));
        alpha.leftOut.add("A line that is no entry: +i8388621.48594,m825718503,r,s5,\tx");
        alpha.tellsSizes = false;
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(1, result.code());
        assertTrue(result.err().contains("alpha's listing of / could not be read"), result.err());
        assertTrue(result.err().contains("+i8388621"), result.err());
        assertFalse(result.err().contains("does not exist"), result.err());
    }

    @Test
    void withoutSizesAMissingFolderIsMissingAllTheSame() {
        beta.tellsSizes = false;
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/n/e/w");
        assertEquals(0, result.code(), result.err());
        assertEquals("/x>/n/e/w", carriedOut());
    }

    @Test
    void aFullServerIsWaitedForBeforeFilesTravel() {
        beta.fullFor = 1;
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals("crossdock: waiting: beta takes no more logins now\n", result.err());
    }

    @Test
    void loginsForLookingAroundAreFreeWhenFilesTravel() {
        var seen = new ArrayList<Integer>();
        shell.cores.routes =
                (_, _, _) -> {
                    seen.add(alpha.loggedIn + beta.loggedIn);
                    return FakeCores.OPEN;
                };
        shell.cores.runner.onRun = () -> seen.add(alpha.loggedIn + beta.loggedIn);
        shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(List.of(2, 0), seen);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    options                        , method, passive, relay, clear, exists   , hash
                    ''                             , -     , -      , false, false, FAIL     , WHEN_CHEAP
                    --method=auto --passive=auto   , -     , -      , false, false, FAIL     , WHEN_CHEAP
                    --method=proxy                 , PROXY , -      , false, false, FAIL     , WHEN_CHEAP
                    --passive=source               , -     , SOURCE , false, false, FAIL     , WHEN_CHEAP
                    --passive=target               , -     , TARGET , false, false, FAIL     , WHEN_CHEAP
                    --allow-relay                  , -     , -      , true , false, FAIL     , WHEN_CHEAP
                    --allow-clear                  , -     , -      , false, true , FAIL     , WHEN_CHEAP
                    --exists=ask                   , -     , -      , false, false, FAIL     , WHEN_CHEAP
                    --exists=skip                  , -     , -      , false, false, SKIP     , WHEN_CHEAP
                    --exists overwrite             , -     , -      , false, false, OVERWRITE, WHEN_CHEAP
                    --exists=rename                , -     , -      , false, false, RENAME   , WHEN_CHEAP
                    --exists=resume                , -     , -      , false, false, RESUME   , WHEN_CHEAP
                    --method=sscn                  , SSCN  , -      , false, false, FAIL     , WHEN_CHEAP
                    --method=cpsv                  , CPSV  , -      , false, false, FAIL     , WHEN_CHEAP
                    --method=ccsn                  , CCSN  , -      , false, false, FAIL     , WHEN_CHEAP
                    --method=relay --allow-relay   , RELAY , -      , true , false, FAIL     , WHEN_CHEAP
                    --method=clear --allow-clear   , CLEAR , -      , false, true , FAIL     , WHEN_CHEAP
                    --hash=never                   , -     , -      , false, false, FAIL     , NEVER
                    --hash=cheap                   , -     , -      , false, false, FAIL     , WHEN_CHEAP
                    --hash always                  , -     , -      , false, false, FAIL     , ALWAYS
                    """)
    void optionsBecomeThePolicy(
            String options,
            dev.crossdock.model.Method method,
            Side passive,
            boolean relay,
            boolean clear,
            ExistsRule exists,
            HashRule hash) {
        var line = new ArrayList<>(List.of("copy"));
        line.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ")));
        line.addAll(List.of("ftps://alpha/x", "ftps://beta/t"));
        shell.run(line.toArray(String[]::new));
        assertEquals(
                new TransferPolicy(
                        Optional.ofNullable(method),
                        Optional.ofNullable(passive),
                        relay,
                        clear,
                        exists,
                        hash,
                        false,
                        0),
                shell.cores.runner.run.getFirst().policy());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    option,        terminal, trust
                    '--pairs=2',   false,    KNOWN
                    '--pairs=2',   true,     ASK
                    --trust=ask,   false,    KNOWN
                    --trust=ask,   true,     ASK
                    --trust=new,   false,    NEW
                    --trust=known, true,     KNOWN
                    """)
    void trustAsksOnlyOnATerminal(String option, boolean terminal, Trust trust) {
        shell.terminal = terminal ? FakeTerminal.typing() : FakeTerminal.none();
        shell.run("copy", option, "ftps://alpha/x", "ftps://beta/t");
        assertEquals(trust, shell.cores.opened.getFirst().trust());
    }

    @Test
    void existingFilesAreAskedForOnATerminal() throws InterruptedException {
        shell.terminal = FakeTerminal.typing("what?", "r all");
        shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(ExistsRule.ASK, shell.cores.runner.run.getFirst().policy().exists());
        var question =
                new ExistsPrompt.Question(
                        "alpha",
                        RemotePath.of("/x"),
                        OptionalLong.of(5),
                        "beta",
                        RemotePath.of("/t/x"),
                        OptionalLong.empty(),
                        true);
        var prompt = shell.cores.opened.getFirst().existsPrompt();
        assertEquals(new ExistsPrompt.Answer(ExistsRule.RENAME, true), prompt.ask(question));
        assertEquals(List.of(), shell.terminal.left());
    }

    @Test
    void pairsAreTwoUnlessGiven() {
        shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        shell.run("copy", "--pairs=16", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(2, shell.cores.opened.get(0).pairs());
        assertEquals(16, shell.cores.opened.get(1).pairs());
    }

    @Test
    void skippedCountsAsDone() {
        shell.cores.runner.outcomes.put("/x", new Outcome.Skipped("It is there."));
        assertEquals(0, shell.run("copy", "ftps://alpha/x", "ftps://beta/t").code());
    }

    @Test
    void oneFailedFileOfAFolderMakesTheCopyFail() {
        shell.cores.runner.outcomes.put(
                "/d/e/b", FakeRunner.failed(Failure.Kind.TRUNCATED, "beta", "Short.", "Again."));
        var result = shell.run("copy", "ftps://alpha/d", "ftps://beta/t");
        assertEquals(1, result.code());
        assertTrue(result.err().contains("Short. Again."), result.err());
        assertTrue(result.out().contains("ftps://alpha/d/a -> ftps://beta/t/d/a"), result.out());
    }

    @Test
    void entriesLeftOutOfAFolderAreSaidAndAreNotSuccess() {
        shell.cores.runner.outcomes.put(
                "/d", new Outcome.Expanded(0, 0, 2, "“a/b” cannot be a name."));
        var result = shell.run("copy", "ftps://alpha/d", "ftps://beta/t");
        assertEquals(1, result.code());
        assertTrue(result.err().contains("“a/b” cannot be a name."), result.err());
    }

    @Test
    void nothingThatMovesATerminalIsPrinted() {
        alpha.file("/a\u001b]0;owned\u0007b", 1);
        shell.cores.runner.outcomes.put(
                "/x",
                FakeRunner.failed(Failure.Kind.REFUSED, "beta", "550 \u001b[2Jno\r\nway", ""));
        var result =
                shell.run(
                        "copy", "ftps://alpha/a%1b]0;owned%07b", "ftps://alpha/x", "ftps://beta/t");
        String printed = result.out() + result.err();
        assertTrue(printed.contains("/a\\x1b]0;owned\\x07b"), printed);
        assertTrue(printed.contains("550 [2Jno way"), printed);
        assertFalse(printed.chars().anyMatch(c -> c < ' ' && c != '\n'), printed);
    }

    @Test
    void progressLineIsForTerminalsOnly() {
        assertFalse(shell.run("copy", "ftps://alpha/x", "ftps://beta/t").err().contains("\r"));
        shell.terminal = FakeTerminal.typing();
        assertTrue(shell.run("copy", "ftps://alpha/x", "ftps://beta/t").err().contains("\r"));
    }

    @Test
    void coreIsClosedBehindEveryCopy() {
        shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        shell.run("copy", "ftps://alpha/nothing", "ftps://beta/t");
        assertEquals(2, shell.cores.closed);
        assertEquals(0, alpha.loggedIn + beta.loggedIn);
    }

    private String carriedOut() {
        return String.join(
                " ",
                shell.cores.runner.run.stream()
                        .sorted(Comparator.comparing(JobSpec::sourcePath))
                        .map(spec -> spec.sourcePath() + ">" + spec.targetPath())
                        .toList());
    }

    private static Entry other(String name) {
        return entry(name, Entry.Kind.OTHER);
    }

    private static Entry link(String name) {
        return entry(name, Entry.Kind.LINK);
    }

    private static Entry entry(String name, Entry.Kind kind) {
        return new Entry(
                name,
                kind,
                OptionalLong.of(11),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
