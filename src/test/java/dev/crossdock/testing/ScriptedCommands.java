package dev.crossdock.testing;

import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private String user = "";
    private boolean loggedIn;
    private RemotePath folder = RemotePath.ROOT;
    private long rest;

    ScriptedCommands(Setup setup, FileTree files, ScriptedData data) {
        this.setup = setup;
        this.files = files;
        this.data = data;
        this.listing = new ScriptedListing(files);
        this.edits = new ScriptedEdits(files, listing);
    }

    /// @param announced the address that a 227 is to tell
    String reply(String verb, String argument, InetAddress announced, boolean secure)
            throws IOException {
        if (!loggedIn && !BEFORE_LOGIN.contains(verb)) {
            return "530 Log in first.";
        }
        return switch (verb) {
            case "CONNECT" -> "220 Scripted server ready.";
            case "USER" -> user(argument, secure);
            case "PASS" -> password(argument);
            case "FEAT" -> "211-Features:\n" + String.join("\n", features()) + "\n211 End";
            case "SYST" -> "215 UNIX Type: L8";
            case "OPTS", "NOOP", "PBSZ", "TYPE", "MODE", "STRU", "CLNT" -> "200 Fine.";
            case "PROT" -> protection(argument);
            case "SSCN" -> sscn(argument);
            case "PWD" -> "257 \"" + folder.value().replace("\"", "\"\"") + "\" it is.";
            case "CWD" -> change(path(argument));
            case "CDUP" -> change(folder.parent().value());
            case "PASV" -> passive(announced, false);
            case "CPSV" -> setup.can(Skill.CPSV) ? passive(announced, true) : unknown(verb);
            case "EPSV" -> setup.can(Skill.EPSV) ? extendedPassive() : unknown(verb);
            case "PORT" -> port(argument.split(","));
            case "EPRT" -> setup.can(Skill.EPSV) ? extendedPort(argument) : unknown(verb);
            case "REST" -> restart(argument);
            case "SIZE", "MDTM" ->
                    setup.can(Skill.SIZE) ? edits.facts(verb, path(argument)) : unknown(verb);
            case "MLST" ->
                    setup.can(Skill.MLSD) ? edits.facts(verb, path(argument)) : unknown(verb);
            case "MFMT" -> setup.can(Skill.MFMT) ? setTime(argument) : unknown(verb);
            case "MKD", "RMD", "DELE", "RNFR", "RNTO" -> edits.edit(verb, path(argument));
            case "SITE" -> site(argument);
            default -> unknown(verb);
        };
    }

    /// Why a transfer command cannot even begin.
    Optional<String> refusal(String verb, String argument) {
        if (!loggedIn) {
            return Optional.of("530 Log in first.");
        }
        if (verb.equals("MLSD") && !setup.can(Skill.MLSD)) {
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
                boolean append = verb.equals("APPE");
                files.truncate(path, append ? Long.MAX_VALUE : offset);
                movement.receive((bytes, count) -> files.append(path, bytes, count));
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

    private List<String> features() {
        var lines = new ArrayList<String>();
        if (setup.tls().isEncrypted()) {
            lines.add(setup.proxy().isAdvertised() ? " AUTH TLS +proxy" : " AUTH TLS");
            lines.addAll(List.of(" PBSZ", " PROT"));
        }
        setup.skills().stream().sorted().forEach(skill -> lines.addAll(lines(skill)));
        lines.addAll(List.of(" REST STREAM", " TVFS"));
        if (setup.charset().equals(StandardCharsets.UTF_8)) {
            lines.add(" UTF8");
        }
        return lines;
    }

    private static List<String> lines(Skill skill) {
        return switch (skill) {
            case MLSD -> List.of(" MLST type*;size*;modify*;UNIX.mode*;");
            case EPSV -> List.of(" EPRT", " EPSV");
            case SIZE -> List.of(" SIZE", " MDTM");
            case MFMT -> List.of(" MFMT");
            case SSCN -> List.of(" SSCN");
            case CPSV -> List.of(" CPSV");
            case CASE_BLIND, DEMANDS_REUSE -> List.of();
        };
    }

    private String protection(String level) {
        if (!Set.of("P", "C").contains(level)) {
            return "504 P or C.";
        }
        data.protect(level.equals("P"));
        return "200 Protection is " + level + ".";
    }

    private String sscn(String state) {
        if (!setup.can(Skill.SSCN)) {
            return unknown("SSCN");
        }
        if (!state.isEmpty()) {
            data.beTlsClient(state.equalsIgnoreCase("ON"));
        }
        return "200 SSCN:" + (data.isTlsClient() ? "CLIENT" : "SERVER") + " METHOD";
    }

    private String change(String path) {
        if (!files.isFolder(path)) {
            return "550 No such folder.";
        }
        folder = new RemotePath(path);
        return "250 There.";
    }

    private String passive(InetAddress announced, boolean client) throws IOException {
        int port = data.listen(client);
        String host = announced.getHostAddress().replace('.', ',');
        return "227 Entering Passive Mode (" + host + "," + port / 256 + "," + port % 256 + ").";
    }

    private String extendedPassive() throws IOException {
        return "229 Entering Extended Passive Mode (|||" + data.listen(false) + "|)";
    }

    private String port(String[] numbers) {
        if (numbers.length != 6) {
            return "501 Six numbers.";
        }
        String host = String.join(".", List.of(numbers).subList(0, 4));
        int port = Integer.parseInt(numbers[4]) * 256 + Integer.parseInt(numbers[5]);
        data.connectTo(new InetSocketAddress(InetAddress.ofLiteral(host), port));
        return "200 PORT it is.";
    }

    private String extendedPort(String argument) {
        List<String> parts = List.of(argument.split("\\|"));
        if (parts.size() != 4) {
            return "501 Three fields.";
        }
        var address = InetAddress.ofLiteral(parts.get(2));
        data.connectTo(new InetSocketAddress(address, Integer.parseInt(parts.get(3))));
        return "200 EPRT it is.";
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

    private static String unknown(String verb) {
        return "500 " + verb + " not understood.";
    }
}
