package dev.crossdock.testing;

import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The sane answers of a little FTPS server, and what the session remembers between them.
final class ScriptedCommands {

    private static final Set<String> BEFORE_LOGIN =
            Set.of("CONNECT", "USER", "PASS", "FEAT", "PBSZ", "PROT", "SYST", "OPTS", "NOOP");

    private final Setup setup;
    private final FileTree files;
    private final ScriptedData data;
    private final ScriptedListing listing;
    private final ScriptedEdits edits;
    private final ScriptedAddresses addresses;
    private final ScriptedHashes hashes;

    private String user = "";
    private boolean loggedIn;
    private RemotePath folder = RemotePath.ROOT;
    private long rest;

    ScriptedCommands(Setup setup, FileTree files, ScriptedData data) {
        this.setup = setup;
        this.files = files;
        this.data = data;
        this.listing = new ScriptedListing(files, setup.can(Skill.STALE_SIZES));
        this.edits = new ScriptedEdits(files, listing);
        this.addresses = new ScriptedAddresses(setup, data);
        this.hashes = new ScriptedHashes(files);
    }

    boolean isLoggedIn() {
        return loggedIn;
    }

    String reply(String verb, String argument, boolean secure) throws IOException {
        if (!loggedIn && !BEFORE_LOGIN.contains(verb)) {
            return "530 Log in first.";
        }
        return switch (verb) {
            case "CONNECT" -> "220 Scripted server ready.";
            case "USER" -> user(argument, secure);
            case "PASS" -> password(argument);
            case "FEAT" -> ScriptedFeatures.reply(setup);
            case "SYST" -> "215 UNIX Type: L8";
            case "OPTS" -> options(argument);
            case "NOOP", "PBSZ", "TYPE", "MODE", "STRU", "CLNT" -> "200 Fine.";
            case "PROT" -> protection(argument);
            case "PWD" -> "257 \"" + folder.value().replace("\"", "\"\"") + "\" it is.";
            case "CWD" -> change(path(argument));
            case "CDUP" -> change(folder.parent().value());
            case "PASV" -> addresses.passive(verb);
            case "PORT" -> addresses.port(argument);
            case "SITE" -> site(argument);
            case "MKD", "RMD", "DELE", "RNFR", "RNTO" -> edits.edit(verb, path(argument));
            default -> setup.can(verb) ? optional(verb, argument) : unknown(verb);
        };
    }

    private String optional(String verb, String argument) throws IOException {
        return switch (verb) {
            case "SSCN", "CCSN" -> tlsRole(verb, argument);
            case "EPSV", "CPSV" -> addresses.passive(verb);
            case "EPRT" -> addresses.extendedPort(argument);
            case "PRET" -> addresses.announce();
            case "REST" -> restart(argument);
            case "SIZE", "MDTM", "MLST" -> edits.facts(verb, path(argument));
            case "MFMT" -> setTime(argument);
            default -> hashes.reply(Skill.valueOf(verb), path(unquoted(argument)));
        };
    }

    /// Why a transfer command cannot even begin.
    Optional<String> refusal(String verb, String argument) {
        if (!loggedIn) {
            return Optional.of("530 Log in first.");
        }
        if (verb.equals("MLSD") && !setup.can(verb)) {
            return Optional.of(unknown(verb));
        }
        if (!data.isPrepared()) {
            return Optional.of("425 PASV or PORT first.");
        }
        String path = path(argument);
        boolean there =
                switch (verb) {
                    case "RETR" -> files.isFile(path);
                    case "STOR", "APPE" ->
                            files.isFolder(FileTree.parent(path)) && !files.isFolder(path);
                    default -> files.isFolder(path);
                };
        return there ? Optional.empty() : Optional.of("550 " + argument + ": no such path.");
    }

    void transfer(String verb, String argument, ScriptedTransfer movement)
            throws IOException, InterruptedException {
        long offset = rest;
        rest = 0;
        String path = path(argument);
        switch (verb) {
            case "RETR" -> {
                byte[] all = files.content(path);
                int from = (int) Math.min(offset, all.length);
                movement.send(Arrays.copyOfRange(all, from, all.length), false);
            }
            case "STOR", "APPE" -> {
                files.beginWriting(path, verb.equals("APPE") ? Long.MAX_VALUE : offset);
                movement.receive(
                        (bytes, count) -> files.append(path, bytes, count),
                        () -> files.endWriting(path));
            }
            default -> movement.send(listing.of(verb, path).getBytes(setup.charset()), true);
        }
    }

    private String user(String name, boolean secure) {
        if (setup.tls().isEncrypted() && !secure) {
            return "530 AUTH TLS first.";
        }
        user = name;
        loggedIn = setup.password().isEmpty() && name.equals(setup.user());
        return loggedIn ? "230 No password is needed." : "331 And the password?";
    }

    private String password(String password) {
        loggedIn = user.equals(setup.user()) && password.equals(setup.password());
        return loggedIn ? "230 Welcome." : "530 Login incorrect.";
    }

    private String options(String argument) {
        return setup.can(Skill.HASH) && argument.toUpperCase(Locale.ROOT).startsWith("HASH")
                ? hashes.select(argument.substring("HASH".length()).strip())
                : "200 Fine.";
    }

    private String protection(String level) {
        if (!Set.of("P", "C").contains(level)) {
            return "504 P or C.";
        }
        data.protect(level.equals("P"));
        return "200 Protection is " + level + ".";
    }

    private String tlsRole(String verb, String state) {
        if (!state.isEmpty()) {
            data.beTlsClient(state.equalsIgnoreCase("ON"));
        }
        return "200 " + verb + ":" + (data.isTlsClient() ? "CLIENT" : "SERVER") + " METHOD";
    }

    private String change(String path) {
        if (!files.isFolder(path)) {
            return "550 No such folder.";
        }
        folder = new RemotePath(path);
        return "250 There.";
    }

    private String restart(String offset) {
        rest = Long.parseLong(offset);
        return "350 From there.";
    }

    private String setTime(String argument) {
        int space = argument.indexOf(' ');
        return space < 0
                ? "501 A time and a path."
                : edits.setTime(argument.substring(0, space), path(argument.substring(space + 1)));
    }

    private String site(String argument) {
        List<String> parts = List.of(argument.split(" ", 3));
        return parts.size() == 3 && parts.getFirst().equalsIgnoreCase("CHMOD")
                ? edits.setMode(parts.get(1), path(parts.getLast()))
                : "500 Only SITE CHMOD here.";
    }

    private String path(String argument) {
        String plain = argument.startsWith("-") ? "" : argument;
        return folder.resolve(plain).value();
    }

    private static String unquoted(String path) {
        boolean quoted = path.length() > 1 && path.startsWith("\"") && path.endsWith("\"");
        return quoted ? path.substring(1, path.length() - 1) : path;
    }

    private static String unknown(String verb) {
        return "500 " + verb + " not understood.";
    }
}
