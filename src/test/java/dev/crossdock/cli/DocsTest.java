package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class DocsTest {

    private static final String COMPLETE =
            """
            . "$0"
            compopt() { :; }
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            _complete_crossdock
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @Test
    void everyCommandHasAPageThatTellsEachOfItsOptions() {
        var missing = new ArrayList<String>();
        var pages = Docs.pages(Docs.commands(), "1.2.3");
        for (CommandLine command : all(Docs.commands())) {
            String name = command.getCommandSpec().qualifiedName("-");
            String page = pages.getOrDefault(name, "");
            for (String option : options(command)) {
                if (!page.contains("*" + option + "*")) {
                    missing.add(name + " " + option);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(pages.containsKey("crossdock-queue-add"), pages.keySet().toString());
    }

    @Test
    void aPageNamesTheVersionAndSaysInOneLineWhatTheCommandDoes() {
        String page = Docs.pages(Docs.commands(), "1.2.3").getOrDefault("crossdock-queue", "");
        assertTrue(page.contains(":mansource: crossdock 1.2.3\n"), page);
        assertTrue(page.contains("crossdock-queue - Shows and changes the queue\n"), page);
    }

    @Test
    void theCompletionHasEveryOption() {
        String script = Docs.completion(Docs.commands());
        for (CommandLine command : all(Docs.commands())) {
            for (String option : options(command)) {
                String plain = option.replace("[no-]", "");
                assertTrue(script.contains("'" + plain + "'"), plain);
            }
        }
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @CsvSource({
        "crossdock qu, queue",
        "crossdock queue re, remove resume retry",
        "crossdock queue add --pri, --priority",
        "crossdock copy --password-f, --password-file"
    })
    void bashCompletes(String typed, String offered, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("c"), Docs.completion(Docs.commands()));
        var command = new ArrayList<>(List.of("bash", "--norc", "-c", COMPLETE, script.toString()));
        command.addAll(Arrays.asList(typed.split(" ")));
        var bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), said);
        assertEquals(Set.of(offered.split(" ")), new TreeSet<>(said.lines().toList()));
    }

    @Test
    void mainWritesTheCompletionAndAPageForEachCommand(@TempDir Path folder) throws IOException {
        Docs.main(new String[] {folder.toString(), "1.2.3"});
        assertFalse(Files.readString(folder.resolve("crossdock.bash")).isEmpty());
        try (var pages = Files.list(folder.resolve("man"))) {
            assertEquals(all(Docs.commands()).size(), pages.count());
        }
    }

    private static List<CommandLine> all(CommandLine command) {
        var all = new ArrayList<>(List.of(command));
        // Those with an alias are there twice.
        Set.copyOf(command.getSubcommands().values()).forEach(child -> all.addAll(all(child)));
        return all;
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(DocsTest::shown)
                .toList();
    }

    private static String shown(OptionSpec option) {
        String name = option.longestName();
        return option.negatable() ? name.replaceFirst("^--", "--[no-]") : name;
    }
}
