package dev.crossdock.cli;

import dev.crossdock.site.ServerLink;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `crossdock` without a subcommand: the window.
@Command(
        name = "crossdock",
        mixinStandardHelpOptions = true,
        description = "Sends files from one FTP server straight to another, encrypted.",
        footer = {
            "",
            "Places: ftps://[user@]host[:port]/path (explicit TLS; port 990 implicit),",
            "ftpes:// (always explicit), ftps-implicit://, ftp:// (only with --allow-clear),",
            "site:NAME/path (a saved site). Paths begin at the server's root, /~/ at the",
            "login folder; %%XX is the byte XX. Without a user the login is anonymous.",
            "Exit codes: 0 all done, 1 some file failed, 2 wrong usage, 3 nothing could",
            "start, 130 interrupted."
        })
final class RootCommand implements Callable<Integer> {

    static final String HOME = "CROSSDOCK_HOME";

    private final Surroundings surroundings;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Keep all state in this folder; also by " + HOME + ".")
    private @Nullable Path home;

    @Parameters(
            arity = "0..*",
            paramLabel = "LINK",
            description =
                    "A link such as ftps://user@host/folder fills the form of a pane. Nothing is"
                            + " connected before you say so.")
    private List<String> links = List.of();

    RootCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        if (links.size() > 1) {
            throw new UsageException(
                    "Crossdock opens one link at a time, and knows no such command.");
        }
        var link = Optional.<ServerLink>empty();
        if (!links.isEmpty()) {
            link = Optional.of(LinkParser.parse(links.getFirst()));
        }
        return surroundings.windows().window(home(), link);
    }

    /// Empty for the usual folders.
    Optional<Path> home() throws UsageException {
        if (home != null) {
            if (home.toString().isEmpty()) {
                throw new UsageException("--home needs a folder.");
            }
            return Optional.of(home);
        }
        String variable = surroundings.environment().getOrDefault(HOME, "");
        return variable.isEmpty() ? Optional.empty() : Optional.of(Path.of(variable));
    }
}
