package dev.crossdock.ftp;

import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.net.ClientCertificate;
import dev.crossdock.net.ClientCertificateException;
import dev.crossdock.net.Link;
import dev.crossdock.net.LostException;
import dev.crossdock.net.ProxyException;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.TlsClient;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The control connection to one server: command lines out, replies in.
///
/// One thread at a time sends and receives; a reader thread of its own takes replies off the wire
/// as they come. [#close] may be called from anywhere.
final class ControlConnection implements Closeable {

    private final Optional<TlsVersions.Watch> watch;
    private final Place place;
    private final CommandLines lines;
    private final Scribe scribe;
    private final Link link;
    private final TlsClient tls;
    private final ReplyReader replies;
    private final Reply greeting;
    private final Mailbox mailbox = new Mailbox();
    private final Riders riders = new Riders();
    private volatile Consumer<Heard> listener = mailbox::add;
    private volatile boolean broken;
    private volatile boolean heard;
    private int delaysOfRider;

    private ControlConnection(
            Server server,
            Place place,
            TlsVersions versions,
            Scribe scribe,
            Link link,
            TlsClient tls,
            ReplyReader replies,
            Reply greeting) {
        this.watch =
                link.tls().isPresent()
                        ? Optional.of(versions.new Watch(server, TlsVersions.isTls13(link.tls())))
                        : Optional.empty();
        this.place = place;
        this.lines = new CommandLines(charset(server));
        this.scribe = scribe;
        this.link = link;
        this.tls = tls;
        this.replies = replies;
        this.greeting = greeting;
    }

    /// Connects, shakes hands as the site asks for, and takes the greeting. Sends no password but
    /// the proxy's.
    ///
    /// @param at the server at the address to connect to
    static ControlConnection open(
            Server server, Server at, Tools tools, Secrets secrets, Scribe scribe)
            throws IOException {
        scribe.note("Connecting to " + at.address() + through(server));
        var place = new Place(at, secrets.dialer());
        try {
            Link link = place.dial(tools.deadlines().connect());
            try {
                return open(server, place, link, tools, secrets, scribe);
            } catch (IOException | RuntimeException failed) {
                link.close();
                throw failed;
            }
        } catch (IOException | RuntimeException failed) {
            place.close();
            throw failed;
        }
    }

    private static ControlConnection open(
            Server server, Place place, Link link, Tools tools, Secrets secrets, Scribe scribe)
            throws IOException {
        Server at = place.at();
        var opening = new Opening(tools.deadlines(), scribe, charset(server));
        var tls =
                new TlsClient(
                        at,
                        tools.versions().rules(server),
                        tools.roots(),
                        presented -> tools.trust().accepts(at, presented),
                        secrets.certificate());
        Optional<Reply> early =
                switch (server.tls()) {
                    case EXPLICIT -> Optional.of(opening.explicit(link, tls));
                    case IMPLICIT -> {
                        opening.implicit(link, tls);
                        yield Optional.empty();
                    }
                    case CLEAR -> Optional.empty();
                };
        var replies = opening.reader(link);
        Reply greeting = early.isPresent() ? early.get() : opening.greeting(link, replies);
        var control =
                new ControlConnection(
                        server, place, tools.versions(), scribe, link, tls, replies, greeting);
        scribe.note(control.described());
        Thread.ofVirtual().name("control-" + scribe.number()).start(control::read);
        return control;
    }

    /// Sends command lines in one write, behind the commands that were waiting to ride.
    ///
    /// @throws UnencodableException if nothing was sent, since a line cannot be
    void send(List<String> commands) throws IOException {
        byte[] last = lines.encode(commands);
        var bytes = new ByteArrayOutputStream();
        List<String> riding = riders.board();
        bytes.writeBytes(lines.encode(riding));
        bytes.writeBytes(last);
        riding.forEach(scribe::sent);
        commands.forEach(scribe::sent);
        try {
            link.output().write(bytes.toByteArray());
            link.output().flush();
        } catch (IOException failed) {
            boolean closedHere = broken;
            broken = true;
            throw mailbox.peek() instanceof Heard.Gone(var cause)
                    ? cause
                    : kindOf(failed, closedHere);
        }
    }

    /// Fails if a command cannot be written in the site's charset.
    void requireSendable(String command) throws UnencodableException {
        var _ = lines.encode(List.of(command));
    }

    /// Keeps commands for the next [#send], all of them for the same one. The final reply to the
    /// last goes to the future and nowhere else; the others nobody hears.
    CompletableFuture<Reply> ride(List<String> commands) {
        Rider rider = Rider.of(commands);
        try {
            var _ = lines.encode(commands);
        } catch (UnencodableException never) {
            rider.reply().completeExceptionally(never);
            return rider.reply();
        }
        riders.add(rider);
        if (broken) {
            riders.fail(new LostException("The control connection is closed."));
        }
        return rider.reply();
    }

    /// The reply to a command that rides. Silence costs the connection, and counts from when the
    /// command is sent: if nobody sends it, it is taken back and nothing is lost.
    Reply await(CompletableFuture<Reply> ridden, Duration deadline)
            throws IOException, InterruptedException {
        if (!riders.leave(ridden, deadline)) {
            throw new NotSentException(
                    "Nobody sent the question within " + deadline.toSeconds() + " s.");
        }
        try {
            return ridden.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException ended) {
            if (ended.getCause() instanceof UnencodableException never) {
                throw never;
            }
            throw new LostException("The connection ended before the answer.", ended);
        } catch (TimeoutException silent) {
            close();
            throw new SilentException("No answer within " + deadline.toSeconds() + " s.", silent);
        }
    }

    /// Sends what waits to ride, if there is any.
    void flushRiders() throws IOException {
        if (riders.areWaiting()) {
            requireQuiet();
            send(List.of());
        }
    }

    /// Whether a command that rides, or is to, is not answered yet.
    boolean isAwaited() {
        return riders.areWaiting() || riders.areOwed();
    }

    /// Waits for the next reply.
    Reply receive(Duration deadline) throws IOException {
        return receive(deadline, deadline);
    }

    /// The same where a part of the deadline is over.
    Reply receive(Duration deadline, Duration left) throws IOException {
        Optional<Reply> reply = receiveSoon(left);
        if (reply.isEmpty()) {
            close();
            throw new SilentException("No answer within " + deadline.toSeconds() + " s.");
        }
        return reply.get();
    }

    /// The next reply, if it comes within this time; if not, it can be waited for again.
    Optional<Reply> receiveSoon(Duration within) throws IOException {
        Heard heard;
        try {
            heard = mailbox.poll(within);
        } catch (InterruptedException interrupt) {
            close();
            Thread.currentThread().interrupt();
            throw new LostException("interrupted", interrupt);
        }
        return switch (heard) {
            case null -> Optional.empty();
            case Heard.Answer(var reply) -> Optional.of(reply);
            case Heard.Gone(var cause) -> {
                mailbox.add(heard);
                throw cause;
            }
        };
    }

    /// Fails if the server said something that nobody asked for, or hung up.
    void requireQuiet() throws IOException {
        Heard unasked = mailbox.peek();
        switch (unasked) {
            case null -> {}
            case Heard.Gone(var cause) -> throw cause;
            case Heard.Answer(var reply) -> {
                close();
                Commands.stillThere(this, reply);
                throw new GarbledException("a reply that nobody asked for: " + reply);
            }
        }
    }

    /// From now on replies go here instead of to [#receive], until [#listenNoMore].
    void listen(Consumer<Heard> other) {
        listener = other;
        if (broken) {
            other.accept(new Heard.Gone(new LostException("The control connection is closed.")));
        }
    }

    void listenNoMore() {
        listener = mailbox::add;
    }

    /// Whether it cannot be used any more.
    boolean isBroken() {
        return broken;
    }

    /// The server at the address that answered.
    Server at() {
        return place.at();
    }

    /// What the server said first.
    Reply greeting() {
        return greeting;
    }

    /// What names and messages are written in.
    Charset charset() {
        return lines.charset();
    }

    /// The server's address; `0.0.0.0` where a proxy of ours keeps it from us.
    InetAddress peer() {
        return place.peer(link);
    }

    InetAddress own() {
        return link.own();
    }

    Optional<TlsFacts> tlsFacts() {
        return link.tls();
    }

    /// A data connection of ours was refused; whether a new login, under TLS 1.2, may do better.
    boolean mayTryTls12(DataKind kind) {
        return watch.isPresent() && watch.get().refused(kind);
    }

    /// A data connection of ours has carried what it should.
    void dataConnectionWorked(DataKind kind) {
        watch.ifPresent(tls -> tls.worked(kind));
    }

    /// Makes a data connection to where the server listens.
    Link dialData(HostPort where, Duration deadline) throws IOException {
        try {
            return place.dialData(where, deadline);
        } catch (ProxyException refused) {
            // With the connection the proxy's password goes as well.
            throw broken
                    ? new LostException("The control connection is closed.", refused)
                    : refused;
        }
    }

    /// Puts TLS on a data connection, resuming the session of this control connection unless the
    /// site wants it otherwise.
    void secureData(Link data, Duration deadline) throws IOException {
        data.secureData(tls, deadline);
    }

    @Override
    public void close() {
        broken = true;
        link.close();
        place.close();
        riders.fail(new LostException("The control connection was closed."));
    }

    private void read() {
        try {
            while (true) {
                // Read first: whoever listens may change while nothing comes.
                Reply reply = replies.read();
                heard = true;
                if (riders.areOwed()) {
                    tellRider(reply);
                    continue;
                }
                listener.accept(new Heard.Answer(reply));
                if (mailbox.isFlooded()) {
                    throw new GarbledException("it floods us with replies that nobody asked for");
                }
            }
        } catch (IOException | RuntimeException ended) {
            boolean closedHere = broken;
            var gone = new Heard.Gone(kindOf(ended, closedHere));
            // First of all: whoever fails to send from now on finds here why.
            mailbox.add(gone);
            broken = true;
            link.close();
            place.close();
            if (!closedHere) {
                scribe.note("Connection ended: " + ended.getMessage());
            }
            riders.fail(gone.cause());
            listener.accept(gone);
        }
    }

    /// Riders are sent in front of everything else, so the first replies are theirs.
    private void tellRider(Reply reply) throws IOException {
        Commands.stillThere(this, reply);
        if (!reply.isPreliminary()) {
            delaysOfRider = 0;
            riders.answer(reply);
        } else if (++delaysOfRider == Commands.MOST_PRELIMINARY) {
            throw new GarbledException("no end to its preliminary replies");
        }
    }

    private IOException kindOf(Exception ended, boolean closedHere) {
        Optional<ClientCertificateException> ofOurs =
                heard || closedHere ? ClientCertificate.refusal(ended) : tls.refusalAfter(ended);
        if (ofOurs.isPresent()) {
            return ofOurs.get();
        }
        return switch (ended) {
            case LostException lost -> lost;
            case GarbledException garbled -> garbled;
            default -> new LostException("The control connection broke.", ended);
        };
    }

    private String described() {
        return link.tls()
                .map(facts -> "Protected with " + facts.protocol() + ", " + facts.cipherSuite())
                .orElse("Not protected: this site is set to clear FTP");
    }

    private static String through(Server server) {
        return server.options()
                .proxy()
                .map(proxy -> " through the proxy " + proxy.address())
                .orElse("");
    }

    private static Charset charset(Server server) {
        return Charset.forName(server.options().charset());
    }
}
