package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.TransferSettings.Copies;
import dev.crossdock.site.TransferSettings.Exists;

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

/// What was set in the window for all transfers holds for `copy`, unless an option says otherwise.
class SettingsOnTheCommandLineTest {

    private final Path folder;
    private final Shell shell;

    SettingsOnTheCommandLineTest(@TempDir Path folder) {
        this.folder = folder;
        shell = new Shell(folder);
        shell.cores.server("alpha").file("/x", 5);
        shell.cores.server("beta").folder("/t");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
                    set       | keep  | back | options                     | exists    | times | from  | said
                    ASK       | false | 0    | --pairs=2                   | FAIL      | false | 0     | -
                    SKIP      | false | 0    | --pairs=2                   | SKIP      | false | 0     | skip where a file exists
                    OVERWRITE | true  | 8    | --pairs=2                   | OVERWRITE | true  | 8     | overwrite where a file exists, times are kept, resumes go back by 8 bytes
                    OVERWRITE | true  | 8    | --exists=resume             | RESUME    | true  | 8     | times are kept, resumes go back by 8 bytes
                    OVERWRITE | true  | 8    | --exists=ask                | FAIL      | true  | 8     | times are kept, resumes go back by 8 bytes
                    FAIL      | true  | 8    | --no-keep-times             | FAIL      | false | 8     | resumes go back by 8 bytes
                    FAIL      | true  | 8    | --keep-times --roll-back=0  | FAIL      | true  | 0     | -
                    ASK       | false | 0    | --keep-times                | FAIL      | true  | 0     | -
                    ASK       | false | 0    | --roll-back=64K             | FAIL      | false | 65536 | -
                    ASK       | false | 0    | --roll-back=1M              | FAIL      | false | 1048576 | -
                    SKIP      | false | 0    | --no-rules                  | SKIP      | false | 0     | skip where a file exists
                    """)
    void settingIsTheDefaultAndAnOptionWins(
            ExistsRule set,
            boolean keep,
            long back,
            String options,
            ExistsRule exists,
            boolean times,
            long from,
            String said)
            throws FailureException {
        set(set, ExistsRule.RENAME, new Copies(keep, back));
        var result = shell.run(("copy " + options + " ftps://alpha/x ftps://beta/t").split(" "));
        assertEquals(0, result.code(), result.err());
        var expected = TransferPolicy.secure(exists).keepingTimes(times).rollingBack(from);
        assertEquals(List.of(expected), policies());
        assertEquals(said == null ? "" : words(said), result.err());
    }

    @Test
    void eachDirectionHasARuleOfItsOwn() throws FailureException, IOException {
        set(ExistsRule.SKIP, ExistsRule.RENAME, new Copies(false, 0));
        Path file = Files.writeString(folder.resolve("here.txt"), "hello");
        shell.cores.server("localhost").folder(folder.toString()).file(file.toString(), 5);
        shell.terminal = FakeTerminal.typing("secret");
        var result = shell.run("copy", file.toString(), "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals(ExistsRule.RENAME, policies().getFirst().exists());
        assertTrue(result.err().contains("From this computer to beta as set"), result.err());
    }

    @Test
    void whoCanBeAskedIsAsked() throws FailureException {
        shell.terminal = FakeTerminal.typing();
        set(ExistsRule.ASK, ExistsRule.ASK, new Copies(false, 0));
        shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(ExistsRule.ASK, policies().getFirst().exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2M", "64X", "1.5K", "99999999999", ""})
    void aRollBackThatIsNoneIsRefused(String size) {
        var result = shell.run("copy", "--roll-back=" + size, "ftps://alpha/x", "ftps://beta/t");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("--roll-back takes 0 to 1M bytes"), result.err());
    }

    @Test
    void aDamagedFileChangesNothingAndIsTold() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{");
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        assertEquals(0, result.code(), result.err());
        assertEquals(List.of(TransferPolicy.secure(ExistsRule.FAIL)), policies());
        assertTrue(result.err().contains("settings.json could not be used"), result.err());
    }

    @Test
    void probeIsNoCopy() throws FailureException {
        set(ExistsRule.OVERWRITE, ExistsRule.OVERWRITE, new Copies(true, 8));
        var seen = new ArrayList<TransferPolicy>();
        shell.cores.routes =
                (_, _, policy) -> {
                    seen.add(policy);
                    return FakeCores.OPEN;
                };
        var result = shell.run("probe", "ftps://alpha", "ftps://beta");
        assertEquals("", result.err());
        assertEquals(TransferPolicy.secure(ExistsRule.FAIL), seen.getFirst());
        assertEquals(HashRule.WHEN_CHEAP, seen.getFirst().hash());
    }

    private static String words(String said) {
        return "crossdock: From alpha to beta as set in the window: %s. An option says otherwise.\n"
                .formatted(said);
    }

    private void set(ExistsRule between, ExistsRule upload, Copies copies) throws FailureException {
        shell.cores.settings.change(
                now -> now.with(new Exists(upload, ExistsRule.ASK, between)).with(copies));
    }

    private List<TransferPolicy> policies() {
        return shell.cores.runner.run.stream().map(spec -> spec.policy()).toList();
    }
}
