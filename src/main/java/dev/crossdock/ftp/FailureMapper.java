package dev.crossdock.ftp;

import dev.crossdock.ftp.listing.Visible;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.TlsMode;
import dev.crossdock.net.ClientCertificateException;
import dev.crossdock.net.LostException;
import dev.crossdock.net.ProxyException;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.TlsRejectedException;
import dev.crossdock.net.UnreachableException;
import dev.crossdock.net.UntrustedException;

import java.io.IOException;

/// Turns what went wrong with one server into words for a person. The only place that does.
public final class FailureMapper {

    private static final String ACTIVE_ADVICE =
            "Turn off active mode for this site, or write into its settings the address by which"
                    + " the server can reach this computer.";

    private FailureMapper() {}

    public static Failure map(IOException thrown, Server server) {
        String name = server.name();
        return switch (thrown) {
            case LoginException login -> login(login, server);
            case DistrustedException distrusted -> distrusted.failure();
            case NotProtectedException open -> notProtected(open, server);
            case RefusedException refused -> refused(refused, server);
            case DataRefusedException refused ->
                    refused(refused.plain(), server)
                            .with(Remedy.RETRY_LATER)
                            .advising("Try again: the next login will use TLS 1.2.");
            case TlsRejectedException rejected ->
                    new Failure(
                            Kind.TLS_REJECTED,
                            name,
                            "No TLS connection with " + name + " could be agreed on.",
                            Remedy.ASK_USER,
                            "Check whether port %d is for %s TLS."
                                    .formatted(
                                            server.port(),
                                            server.tls() == TlsMode.IMPLICIT
                                                    ? "implicit"
                                                    : "explicit"),
                            text(rejected));
            case ClientCertificateException own -> OwnCertificateWords.of(own, server);
            case ProxyException proxy -> ProxyWords.of(proxy, server);
            case AfterLoginException refused ->
                    new Failure(
                            Kind.REFUSED,
                            name,
                            "%s refused “%s”, which this site sends after each login: %s"
                                    .formatted(
                                            name,
                                            clipped(refused.command()),
                                            said(refused.reply())),
                            Remedy.ASK_USER,
                            "Correct or remove this command in the site's settings.",
                            text(refused));
            case UnencodableException unwritable ->
                    Failure.of(
                            Kind.NAME,
                            name,
                            "“%s” cannot be written in %s, the charset of %s."
                                    .formatted(
                                            clipped(unwritable.argument()),
                                            unwritable.charset(),
                                            name),
                            Remedy.GIVE_UP,
                            "Choose another name, or another charset in the site's settings.");
            case UntrustedException stranger -> stranger(stranger, name);
            case DataConnectionException unreachable ->
                    Failure.of(
                            Kind.UNREACHABLE,
                            name,
                            "No data connection to %s could be made. %s"
                                    .formatted(name, sentence(unreachable)),
                            Remedy.RETRY_LATER,
                            server.options().data().active()
                                    ? "Turn off active mode for this site, or have your firewall"
                                            + " let the server's connections in."
                                    : "Ask whether a firewall blocks the ports for its passive"
                                            + " mode.");
            case UnreachableException unreachable ->
                    new Failure(
                            Kind.UNREACHABLE,
                            name,
                            "%s cannot be reached. %s".formatted(name, sentence(unreachable)),
                            Remedy.RETRY_LATER,
                            "Check host and port, and whether the server is running.",
                            "");
            case SilentException silent -> silent(silent, name);
            case NotSentException unsent ->
                    new Failure(
                            Kind.SILENT,
                            name,
                            "%s was not asked in time, since its connection was in use."
                                    .formatted(name),
                            Remedy.RETRY_LATER,
                            "Try again.",
                            text(unsent));
            case ForeignAddressException foreign -> foreign(foreign, name);
            case HiddenAddressException hidden ->
                    Failure.of(
                            Kind.GARBLED,
                            name,
                            ("%s is reached through a proxy, so its own address is not known here,"
                                 + " and another server cannot be told to connect to it.")
                                    .formatted(name),
                            Remedy.GIVE_UP,
                            "Write its address among those that it may name, in the site's"
                                    + " settings; or have the other server be the passive one.");
            case GarbledException garbled ->
                    new Failure(
                            Kind.GARBLED,
                            name,
                            "%s does not answer as an FTP server should: %s"
                                    .formatted(name, sentence(garbled)),
                            Remedy.GIVE_UP,
                            "Check host and port; the transcript shows what the server sent.",
                            "");
            case LostException lost ->
                    new Failure(
                            Kind.LOST,
                            name,
                            "The connection to %s was lost. %s".formatted(name, sentence(lost)),
                            Remedy.RETRY_LATER,
                            "Try again.",
                            "");
            default ->
                    new Failure(
                            Kind.LOST,
                            name,
                            "The connection to %s failed: %s".formatted(name, sentence(thrown)),
                            Remedy.RETRY_LATER,
                            "Try again.",
                            thrown.toString());
        };
    }

    /// Whether the server takes nobody now, whoever it is.
    public static boolean isFull(IOException thrown) {
        return switch (thrown) {
            case LoginException login -> login.isFull();
            case RefusedException refused -> refused.command().equals("connect");
            default -> false;
        };
    }

    /// Whether the server is there and does not answer.
    public static boolean isSilence(IOException thrown) {
        return thrown instanceof SilentException;
    }

    private static Failure login(LoginException login, Server server) {
        String name = server.name();
        if (login.reply().isEmpty()) {
            return Failure.of(
                    Kind.LOGIN,
                    name,
                    sentence(login),
                    Remedy.ASK_USER,
                    "Give the password and connect again.");
        }
        Reply reply = login.reply().get();
        if (reply.code() == 332) {
            return new Failure(
                    Kind.LOGIN,
                    name,
                    name + " asks for an account besides user and password.",
                    Remedy.ASK_USER,
                    "Write the account into the site's settings.",
                    reply.toString());
        }
        if (login.isFull()) {
            return new Failure(
                    Kind.REFUSED,
                    name,
                    "%s takes no login now: %s".formatted(name, said(reply)),
                    Remedy.RETRY_LATER,
                    "Try again later, or with fewer transfers at once.",
                    reply.toString());
        }
        if (login.isOfAccount()) {
            return new Failure(
                    Kind.LOGIN,
                    name,
                    "%s did not accept the account of %s: %s"
                            .formatted(name, server.user(), said(reply)),
                    Remedy.ASK_USER,
                    "Check the account in the site's settings.",
                    reply.toString());
        }
        return new Failure(
                Kind.LOGIN,
                name,
                "%s did not accept the login of %s: %s".formatted(name, server.user(), said(reply)),
                Remedy.ASK_USER,
                "Check the user name and the password.",
                reply.toString());
    }

    private static Failure notProtected(NotProtectedException open, Server server) {
        boolean auth = open.command().startsWith("AUTH");
        return new Failure(
                Kind.TLS_REJECTED,
                server.name(),
                auth
                        ? "%s offers no TLS on port %d: %s"
                                .formatted(server.name(), server.port(), said(open.reply()))
                        : "%s does not protect data connections: %s"
                                .formatted(server.name(), said(open.reply())),
                Remedy.ASK_USER,
                auth
                        ? "Try implicit TLS (port 990), or ask the server's owner to turn TLS on."
                        : "Ask the server's owner to allow PROT P.",
                open.command() + ": " + open.reply());
    }

    private static Failure refused(RefusedException refused, Server server) {
        Reply reply = refused.reply();
        boolean later = reply.isTransient();
        boolean ofPort =
                refused.command().startsWith("PORT ") || refused.command().startsWith("EPRT ");
        return new Failure(
                Kind.REFUSED,
                server.name(),
                refused.command().equals("connect")
                        ? "%s takes no connection now: %s".formatted(server.name(), said(reply))
                        : "%s refused %s: %s"
                                .formatted(server.name(), clipped(refused.command()), said(reply)),
                later ? Remedy.RETRY_LATER : Remedy.GIVE_UP,
                later ? "Try again later." : ofPort ? ACTIVE_ADVICE : "",
                refused.command() + "\n" + reply);
    }

    private static Failure stranger(UntrustedException stranger, String name) {
        return new Failure(
                Kind.UNTRUSTED,
                name,
                "The data connection to %s showed another certificate than its control connection."
                        .formatted(name),
                Remedy.ASK_USER,
                "Somebody may be listening in; do not go on before the server's owner explains it.",
                "SHA-256 " + stranger.presented().fingerprint());
    }

    private static Failure silent(SilentException silent, String name) {
        return new Failure(
                Kind.SILENT,
                name,
                "%s does not answer. %s".formatted(name, sentence(silent)),
                Remedy.RETRY_LATER,
                "Try again; if it stays silent, ask whether the server is well.",
                "");
    }

    private static Failure foreign(ForeignAddressException foreign, String name) {
        return new Failure(
                Kind.GARBLED,
                name,
                "%s wants its data connection made to %s, which is not its own address %s."
                        .formatted(
                                name,
                                foreign.named().getHostAddress(),
                                foreign.own().getHostAddress()),
                Remedy.GIVE_UP,
                "Ask the server's owner to correct the address of passive mode. ProFTPD calls it"
                    + " MasqueradeAddress, vsftpd pasv_address, Pure-FTPd ForcePassiveIP (option"
                    + " -P), pyftpdlib masquerade_address; FileZilla Server has it under Passive"
                    + " mode.",
                text(foreign));
    }

    /// A reply as the end of a sentence: `550 No such file.`
    private static String said(Reply reply) {
        return sentence(clipped((reply.code() + " " + reply.firstLine()).strip()));
    }

    private static String sentence(IOException thrown) {
        return sentence(Visible.text(text(thrown), 400).strip());
    }

    private static String sentence(String words) {
        return words.matches(".*[.!?…]") ? words : words + ".";
    }

    private static String clipped(String words) {
        return Visible.text(words, 200);
    }

    private static String text(IOException thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
