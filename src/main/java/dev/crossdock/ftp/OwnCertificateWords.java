package dev.crossdock.ftp;

import dev.crossdock.ftp.listing.Visible;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.Logon;
import dev.crossdock.model.Server;
import dev.crossdock.net.ClientCertificateException;

/// Words for what is wrong with our client certificate. Pure.
final class OwnCertificateWords {

    private static final String CHOOSE = "Choose the file anew in the site's settings.";

    private OwnCertificateWords() {}

    static Failure of(ClientCertificateException own, Server server) {
        boolean refused = own.kind() == ClientCertificateException.Kind.REFUSED;
        String words = own.getMessage() == null ? "" : own.getMessage();
        return new Failure(
                Kind.LOGIN,
                server.name(),
                refused ? refusal(server) : Visible.text(words, 400),
                Remedy.ASK_USER,
                switch (own.kind()) {
                    case MISSING, UNREADABLE -> CHOOSE;
                    case NOT_PKCS12 ->
                            "Choose a file of this kind, usually .p12 or .pfx; openssl pkcs12"
                                    + " -export makes one out of certificate and key.";
                    case LOCKED -> "Check the pass phrase and connect again.";
                    case NO_KEY -> "Export the certificate again, together with its key.";
                    case REFUSED ->
                            showsOne(server)
                                    ? "Ask the server's owner whether it is known there and still"
                                            + " valid."
                                    : "Choose one in the site's settings.";
                },
                refused ? words : "");
    }

    private static String refusal(Server server) {
        return showsOne(server)
                ? "%s did not accept the client certificate.".formatted(server.name())
                : "%s asks for a client certificate.".formatted(server.name());
    }

    private static boolean showsOne(Server server) {
        return server.options().logon().kind() == Logon.Kind.CERTIFICATE;
    }
}
