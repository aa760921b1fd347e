package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// `crossdock vault`: what can be done with the saved passwords without seeing them.
@Command(
        name = "vault",
        mixinStandardHelpOptions = true,
        description = "The encrypted file with the saved passwords.")
final class VaultCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Surroundings surroundings;

    private interface Work {
        int run(Vault vault, MasterQuestions questions)
                throws UsageException, FailureException, InterruptedException;
    }

    VaultCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        throw new UsageException(
                "Say what to do: status, list, create, change, forget, restore or set-aside.");
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Tells whether there is a vault and how it is protected.")
    int status(@Option(names = "--json", description = "Prints an object.") boolean json)
            throws UsageException {
        return work((vault, _) -> {
            var text = new VaultText(vault);
            print(json ? text.object() : text.line());
            return vault.state() == State.DAMAGED ? ExitCode.SOME_FAILED : ExitCode.DONE;
        });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Shows what passwords are for, not the passwords: a site, then the name to"
                            + " forget one by.")
    int list(@Option(names = "--json", description = "One object a line.") boolean json)
            throws UsageException {
        return new StoredWork(root, surroundings)
                .run((core, _) -> {
                    Vault vault = core.secrets().vault();
                    if (vault.state() == State.DAMAGED) {
                        print(new VaultText(vault).line());
                        return ExitCode.SOME_FAILED;
                    }
                    var secrets = new SecretText(core.sites().all());
                    vault.names()
                            .forEach(
                                    name -> show(json ? secrets.object(name) : secrets.line(name)));
                    return ExitCode.DONE;
                });
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a vault. Its master password is asked for, unless it is given.")
    int create(
            @Option(
                            names = "--key-file",
                            description =
                                    "Without a master password: whoever reads your files reads"
                                            + " your passwords.")
                    boolean keyFile,
            @Mixin MasterOption master)
            throws UsageException {
        return work(
                (vault, questions) -> {
                    if (vault.state() != State.ABSENT) {
                        throw new UsageException("There is a vault already; change it instead.");
                    }
                    if (keyFile) {
                        vault.create(Protection.KEY_FILE, new char[0]);
                    } else {
                        questions.fresh(fresh -> vault.create(Protection.MASTER_PASSWORD, fresh));
                    }
                    return ExitCode.DONE;
                },
                master);
    }

    @Command(
            name = "change",
            mixinStandardHelpOptions = true,
            description = "Changes the master password; all is encrypted anew.")
    int change(
            @Option(
                            names = "--key-file",
                            description =
                                    "From now on without a master password: whoever reads your"
                                            + " files reads your passwords.")
                    boolean keyFile,
            @Option(
                            names = "--new-master-password-file",
                            paramLabel = "FILE",
                            description = "Holds the new master password, in one line.")
                    @Nullable Path fresh,
            @Mixin MasterOption master)
            throws UsageException {
        return work(
                (vault, questions) -> {
                    questions.open(vault);
                    if (keyFile) {
                        vault.protect(Protection.KEY_FILE, new char[0]);
                    } else {
                        questions.freshFrom(
                                fresh, chars -> vault.protect(Protection.MASTER_PASSWORD, chars));
                    }
                    return ExitCode.DONE;
                },
                master);
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Removes passwords, by the names that “list” shows behind the sites.")
    int forget(
            @Parameters(paramLabel = "NAME", arity = "1..*", description = "What to remove.")
                    List<String> names,
            @Mixin MasterOption master)
            throws UsageException {
        return work(
                (vault, questions) -> {
                    Set<String> known = vault.names();
                    List<String> found = names.stream().filter(known::contains).toList();
                    if (!found.isEmpty()) {
                        questions.open(vault);
                        vault.remove(found);
                    }
                    names.stream()
                            .filter(name -> !known.contains(name))
                            .forEach(name ->
                                    surroundings
                                            .streams()
                                            .say("The vault holds nothing called " + name + "."));
                    return found.size() == names.size() ? ExitCode.DONE : ExitCode.SOME_FAILED;
                },
                master);
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Puts the backup in the place of a damaged vault, which is kept aside.")
    int restore() throws UsageException {
        return work((vault, _) -> {
            print("set aside: " + vault.restoreBackup());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "set-aside",
            mixinStandardHelpOptions = true,
            description = "Moves a damaged vault out of the way, to begin anew. It is kept.")
    int setAside(
            @Option(
                            names = "--forgotten",
                            description =
                                    "Also a good one, because its master password is forgotten.")
                    boolean forgotten)
            throws UsageException {
        return work((vault, _) -> {
            if (vault.state() == State.LOCKED && !forgotten) {
                throw new UsageException(
                        "The vault is not damaged. If its master password is forgotten, say"
                                + " --forgotten.");
            }
            print("set aside: " + vault.setAside());
            return ExitCode.DONE;
        });
    }

    private int work(Work work) throws UsageException {
        return work(work, new MasterOption());
    }

    private int work(Work work, MasterOption master) throws UsageException {
        return new StoredWork(root, surroundings)
                .run((core, _) ->
                        work.run(
                                core.secrets().vault(),
                                new MasterQuestions(
                                        surroundings.streams(), master.given(surroundings))));
    }

    private void print(String line) {
        show(PlainText.line(line));
    }

    /// @param line with nothing in it that moves a terminal
    private void show(String line) {
        surroundings.streams().out().println(line);
        surroundings.streams().out().flush();
    }
}
