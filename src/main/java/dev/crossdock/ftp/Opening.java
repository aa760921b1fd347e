package dev.crossdock.ftp;

import dev.crossdock.model.Reply;
import dev.crossdock.net.ClientCertificate;
import dev.crossdock.net.ClientCertificateException;
import dev.crossdock.net.Link;
import dev.crossdock.net.LostException;
import dev.crossdock.net.TlsClient;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The first words with a server, up to a protected control connection.
final class Opening {

    private static final int MOST_DELAYS = 10;

    private final Deadlines deadlines;
    private final Scribe scribe;
    private final Charset charset;

    Opening(Deadlines deadlines, Scribe scribe, Charset charset) {
        this.deadlines = deadlines;
        this.scribe = scribe;
        this.charset = charset;
    }

    ReplyReader reader(Link link) throws IOException {
        return new ReplyReader(link.input(), charset, scribe::received);
    }

    /// Greeting and AUTH TLS in clear, then the handshake (RFC 4217 §4). Returns the greeting.
    Reply explicit(Link link, TlsClient tls) throws IOException {
        ReplyReader clear = reader(link);
        Reply greeting = greeting(link, clear);
        scribe.sent("AUTH TLS");
        link.output().write("AUTH TLS\r\n".getBytes(StandardCharsets.US_ASCII));
        link.output().flush();
        Reply reply = link.within(deadlines.reply(), clear::read);
        if (reply.code() != 234 && reply.code() != 334) {
            throw new NotProtectedException("AUTH TLS", reply);
        }
        if (clear.hasMore()) {
            // Bytes sent in clear would otherwise pass for protected ones.
            throw new GarbledException("bytes behind the answer to AUTH TLS");
        }
        link.secure(tls, deadlines.connect());
        return greeting;
    }

    void implicit(Link link, TlsClient tls) throws IOException {
        link.secure(tls, deadlines.connect());
    }

    Reply greeting(Link link, ReplyReader replies) throws IOException {
        Reply reply;
        try {
            reply = link.within(deadlines.reply(), () -> undelayed(replies));
        } catch (IOException failed) {
            if (failed instanceof SocketException) {
                throw new LostException("It broke off before its greeting.", failed);
            }
            Optional<ClientCertificateException> ofOurs = ClientCertificate.refusal(failed);
            throw ofOurs.isPresent() ? ofOurs.get() : failed;
        }
        if (!reply.isPositive()) {
            throw new RefusedException("connect", reply);
        }
        return reply;
    }

    private static Reply undelayed(ReplyReader replies) throws IOException {
        Reply reply = replies.read();
        for (int i = 0; reply.isPreliminary(); i++) {
            if (i == MOST_DELAYS) {
                throw new GarbledException("it puts us off again and again: " + reply.firstLine());
            }
            // 120: ready in n minutes (RFC 959 §5.4).
            reply = replies.read();
        }
        return reply;
    }
}
