package dev.crossdock.cli;

import dev.crossdock.exchange.Format;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// `crossdock sites`: the saved sites, without a server being asked anything.
@Command(
        name = "sites",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the saved sites, takes over those of other programs, and writes them to a file.",
            "Connects to nobody."
        })
final class SitesCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Surroundings surroundings;

    SitesCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        throw new UsageException("Say what to do: list, show, import, export or remove.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Shows all sites.")
    int list(@Option(names = "--json", description = "One object a line.") boolean json)
            throws UsageException {
        return work((core, prompts) -> desk(core, prompts, json).list());
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows all that is set for a site, but no password.")
    int show(
            @Parameters(
                            paramLabel = "NAME",
                            description = "Its name; FOLDER/NAME where several have that.")
                    String name,
            @Option(names = "--json", description = "Prints an object.") boolean json)
            throws UsageException {
        return work((core, prompts) -> desk(core, prompts, json).show(name));
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes sites with their passwords.")
    int remove(
            @Parameters(
                            paramLabel = "NAME",
                            arity = "1..*",
                            description = "Its name; FOLDER/NAME where several have that.")
                    List<String> names,
            @Option(names = "--json", description = "One object a line.") boolean json,
            @Mixin MasterOption master)
            throws UsageException {
        return work(master, (core, prompts) -> desk(core, prompts, json).remove(names));
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Takes over the sites of FileZilla (sitemanager.xml or an export), WinSCP",
                "(WinSCP.ini), FlashFXP (XML export), gFTP (bookmarks) or another Crossdock, and",
                "tells what came of each. Passwords go to the vault. Sites that are there already",
                "are left alone."
            })
    int take(
            @Parameters(paramLabel = "FILE", description = "The file, of whichever of these.")
                    Path file,
            @Option(names = "--dry-run", description = "Tells what would be, and changes nothing.")
                    boolean dryRun,
            @Option(
                            names = "--into",
                            paramLabel = "FOLDER",
                            defaultValue = "",
                            description = "Puts all of it in this folder of sites: A/B.")
                    String into,
            @Option(names = "--no-passwords", description = "Leaves passwords behind.")
                    boolean noPasswords,
            @Option(names = "--json", description = "One object a line.") boolean json,
            @Mixin MasterOption master)
            throws UsageException {
        return work(
                master,
                (core, prompts) ->
                        new SitesImport(core, prompts, surroundings.streams(), json)
                                .run(file, into, dryRun, noPasswords));
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes all sites to a file that only you may read, for FileZilla or another",
                "Crossdock."
            })
    int export(
            @Parameters(paramLabel = "FILE", description = "The file to write.") Path file,
            @Option(
                            names = "--format",
                            paramLabel = "filezilla|crossdock",
                            defaultValue = "",
                            description =
                                    "Which program it is for. Default: crossdock for a name that"
                                            + " ends with .json, else filezilla.")
                    String format,
            @Option(
                            names = "--with-passwords",
                            description =
                                    "Writes the passwords too, as plain text in effect: whoever"
                                            + " reads the file reads them.")
                    boolean withPasswords,
            @Option(names = "--force", description = "Replaces a file that is there.")
                    boolean force,
            @Option(names = "--json", description = "One object a line.") boolean json,
            @Mixin MasterOption master)
            throws UsageException {
        Format wanted = format(format, file);
        return work(
                master,
                (core, prompts) ->
                        new SitesExport(core, prompts, surroundings.streams(), json)
                                .run(file, wanted, withPasswords, force));
    }

    private int work(StoredWork.Work work) throws UsageException {
        return work(new MasterOption(), work);
    }

    private int work(MasterOption master, StoredWork.Work work) throws UsageException {
        return new StoredWork(root, surroundings)
                .run((core, prompts) -> {
                    master.given(surroundings).ifPresent(prompts::giveMaster);
                    int code = work.of(core, prompts);
                    core.sites().notice().ifPresent(surroundings.streams()::say);
                    return code;
                });
    }

    private SitesDesk desk(Core core, TerminalPrompts prompts, boolean json) {
        return new SitesDesk(core, prompts, surroundings.streams(), json);
    }

    private static Format format(String word, Path file) throws UsageException {
        return switch (word) {
            case "" -> file.toString().endsWith(".json") ? Format.CROSSDOCK : Format.FILEZILLA;
            case "filezilla" -> Format.FILEZILLA;
            case "crossdock" -> Format.CROSSDOCK;
            default ->
                    throw new UsageException(
                            "--format takes filezilla or crossdock, not " + word + ".");
        };
    }
}
