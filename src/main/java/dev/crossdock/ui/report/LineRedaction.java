package dev.crossdock.ui.report;

import dev.crossdock.model.TranscriptLine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Strikes out what was said on control connections, with what is known of the protocol.
///
/// What follows a command is a path unless it is known to be none; greetings are struck out whole.
final class LineRedaction {

    private static final Set<String> TECHNICAL =
            Set.of(
                    "ABOR", "ALLO", "AUTH", "CCC", "CCSN", "CDUP", "CLNT", "CPSV", "EPRT", "EPSV",
                    "FEAT", "LANG", "MODE", "NOOP", "OPTS", "PASV", "PBSZ", "PORT", "PROT", "PWD",
                    "QUIT", "RANG", "REST", "SSCN", "STRU", "SYST", "TYPE");

    /// What a command has before the path: a time, a mode, another command, an option.
    private static final Pattern BEFORE_PATH =
            Pattern.compile(
                    "((?:SITE\\s+[A-Z]+|[A-Z0-9]+)(?:\\s+(?:\\d{14}|[0-7]{3,4}|-\\w+))?\\s+)(.*)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PRET =
            Pattern.compile("(PRET\\s+\\w+\\s+)(.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern REPLY = Pattern.compile("(\\d{3})([ -])(.*)");
    private static final Set<String> GREETINGS = Set.of("214", "220", "221", "230", "232");
    private static final Pattern PRODUCT =
            Pattern.compile(
                    "(?:ProFTPD|vsFTPd|Pure-FTPd|FileZilla Server|glFTPd|DrFTPD|Serv-U|pyftpdlib|"
                            + "Microsoft FTP Service|Apache FtpServer)(?:[ /]v?\\d[\\w.]*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FACTS = Pattern.compile("(\\s*(?:[\\w.]+=[^;]*;)+ )(.+)");
    private static final Pattern LISTED = Pattern.compile("\\s*([-dlbcps][-rwxsStT]{9}).*");

    private final Redaction redaction;

    /// The code of the answer that a connection is in the middle of.
    private final Map<String, String> open = new HashMap<>();

    LineRedaction(Redaction redaction) {
        this.redaction = redaction;
    }

    String of(TranscriptLine line) {
        String connection = line.server().id().value() + "#" + line.connection();
        return switch (line.direction()) {
            case SENT -> sent(line.text().strip());
            case RECEIVED ->
                    line.text()
                            .lines()
                            .map(each -> received(connection, each))
                            .collect(Collectors.joining("\n"));
            case NOTE -> redaction.text(line.text());
        };
    }

    private String sent(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0) {
            return line;
        }
        String verb = line.substring(0, blank);
        return switch (verb.toUpperCase(Locale.ROOT)) {
            case "PASS", "ACCT" -> verb + " ********";
            case "USER" ->
                    verb + " " + redaction.label(Redaction.Kind.USER, line.substring(blank + 1));
            case "PRET" -> split(PRET, line);
            case String known when TECHNICAL.contains(known) -> redaction.text(line);
            default -> split(BEFORE_PATH, line);
        };
    }

    private String split(Pattern pattern, String line) {
        Matcher parts = pattern.matcher(line);
        return parts.matches() ? parts.group(1) + redaction.path(parts.group(2)) : line;
    }

    private String received(String connection, String line) {
        Matcher reply = REPLY.matcher(line);
        boolean coded = reply.matches();
        String before = open.getOrDefault(connection, "");
        String code = coded && before.isEmpty() ? reply.group(1) : before;
        if (coded && reply.group(2).equals("-")) {
            open.putIfAbsent(connection, reply.group(1));
        } else if (coded && reply.group(1).equals(before)) {
            open.remove(connection);
        }
        return coded
                ? reply.group(1) + reply.group(2) + words(code, reply.group(3))
                : words(code, line);
    }

    private String words(String code, String words) {
        if (GREETINGS.contains(code)) {
            Matcher product = PRODUCT.matcher(words);
            return product.find() ? "(… " + product.group() + " …)" : "(…)";
        }
        Matcher facts = FACTS.matcher(words);
        if (facts.matches()) {
            return facts.group(1).replaceAll("(?i)(unix\\.\\w+|unique)=[^;]*", "$1=…")
                    + redaction.path(facts.group(2));
        }
        Matcher listed = LISTED.matcher(words);
        return listed.matches() ? listed.group(1) + " (…)" : redaction.text(words);
    }
}
