package dev.crossdock.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Writes the completion for bash and the sources of the man pages, one for each command: `mvn -q
/// test-compile exec:exec@docs`.
final class Docs {

    private static final String NAME = "crossdock";
    private static final Pattern FIRST_CLAUSE = Pattern.compile("(.*?)[.:;]( .*)?$");

    private Docs() {}

    /// Arguments: the folder for all of it, the version that the pages name.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path man = Files.createDirectories(folder.resolve("man"));
        CommandLine commands = commands();
        Files.writeString(folder.resolve(NAME + ".bash"), completion(commands));
        for (var page : pages(commands, arguments[1]).entrySet()) {
            Files.writeString(man.resolve(page.getKey() + ".adoc"), page.getValue());
        }
    }

    /// The program's own commands; they are not run.
    static CommandLine commands() {
        return new CommandLineMain(
                        _ -> {
                            throw new IllegalStateException("only described, not run");
                        },
                        _ -> Optional.empty(),
                        new FakeWindows(),
                        Streams.standard(),
                        Map.of())
                .commands();
    }

    static String completion(CommandLine commands) {
        return AutoComplete.bash(NAME, commands);
    }

    /// Name of a page, such as `crossdock-queue-add`, to its AsciiDoc.
    static Map<String, String> pages(CommandLine commands, String version) {
        var pages = new TreeMap<String, String>();
        collect(commands, version, pages);
        return pages;
    }

    private static void collect(CommandLine command, String version, Map<String, String> pages) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        describe(spec.version(NAME + " " + version));
        command.getSubcommands().values().forEach(child -> describe(child.getCommandSpec()));
        var page = new StringWriter();
        ManPageGenerator.writeSingleManPage(new PrintWriter(page, true), spec);
        pages.put(spec.qualifiedName("-"), page.toString());
        for (CommandLine child : command.getSubcommands().values()) {
            collect(child, version, pages);
        }
    }

    /// The generator takes the first line of a description for all that a list has to say of the
    /// command, and knows no page to see further.
    private static void describe(CommandSpec spec) {
        var usage = spec.usageMessage();
        String whole = String.join(" ", usage.description());
        usage.description(whole).header(FIRST_CLAUSE.matcher(whole).replaceFirst("$1"));
        if (spec.parent() != null) {
            usage.footerHeading("See also%n").footer("*" + NAME + "*(1)");
        }
    }
}
