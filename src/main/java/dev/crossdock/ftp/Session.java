package dev.crossdock.ftp;

import dev.crossdock.ftp.listing.Dialect;
import dev.crossdock.ftp.listing.ListListing;
import dev.crossdock.ftp.listing.MlsdListing;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One login on one server, in TYPE I and, where the site has TLS, PROT P.
///
/// Used by one thread at a time. A call that fails with anything but [RefusedException] and
/// [UnencodableException], which come before anything has happened, leaves the session broken: what
/// the server believes is not known any more. So does a refused transfer that was to begin in the
/// middle of a file.
public final class Session implements Closeable {

    private static final int NO_SUCH_FILE = 550;
    private static final Set<Integer> NOT_IMPLEMENTED = Set.of(500, 501, 502, 504);
    private static final DateTimeFormatter MFMT_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ServerFacts facts;
    private final ControlConnection control;
    private final Deadlines deadlines;
    private final DataTransfers data;
    private final Dialect dialect;
    private Posture posture;

    Session(ServerFacts facts, String system, ControlConnection control, Deadlines deadlines) {
        this.facts = facts;
        this.control = control;
        this.deadlines = deadlines;
        this.data = new DataTransfers(control, facts, deadlines);
        this.dialect =
                new Dialect(system, control.charset(), facts.server().options().timeOffset());
        this.posture = usual();
    }

    public Server server() {
        return facts.server();
    }

    public ServerFacts facts() {
        return facts;
    }

    /// The server's address on the control connection; `0.0.0.0` behind a proxy that keeps it.
    public InetAddress peer() {
        return control.peer();
    }

    /// Where another server is to connect to, out of the answer to PASV, EPSV or CPSV.
    ///
    /// @throws GarbledException if that is not said, or must not be believed
    public HostPort placeIn(Reply reply) throws GarbledException {
        HostPort where = data.placeIn(reply);
        if (!where.isKnown()) {
            throw new HiddenAddressException(reply.firstLine());
        }
        return where;
    }

    /// Whether names and commands like this can be written in the site's charset.
    public boolean canWrite(String text) {
        try {
            control.requireSendable(text);
            return true;
        } catch (UnencodableException impossible) {
            return false;
        }
    }

    /// Whether the server says that it takes names in UTF-8, and gets them so.
    public boolean speaksUtf8() {
        return facts.capabilities().has(Capability.UTF8)
                && control.charset().equals(StandardCharsets.UTF_8);
    }

    /// Whether it has to be thrown away.
    public boolean isBroken() {
        return control.isBroken();
    }

    /// Sends one command and waits for its final reply, whatever it is.
    public Reply ask(String command) throws IOException {
        return Commands.ask(control, command, deadlines.reply());
    }

    /// The same for a command that takes the server long.
    public Reply ask(String command, Duration within) throws IOException {
        return Commands.ask(control, command, within);
    }

    /// What the server believes about data connections now.
    public Posture posture() {
        return posture;
    }

    /// Brings the server to believe this; sends what differs in one write, nothing if nothing does.
    ///
    /// @throws RefusedException if the server does not want to; the session can go on being used
    public void assume(Posture wanted) throws IOException {
        List<Posture.Move> moves = posture.movesTo(wanted);
        if (moves.isEmpty()) {
            return;
        }
        control.requireQuiet();
        control.send(moves.stream().map(Posture.Move::command).toList());
        Optional<RefusedException> refusal = Optional.empty();
        for (Posture.Move move : moves) {
            Reply reply = Commands.finalReply(control, move.command(), deadlines.reply());
            if (!reply.isPositive()) {
                refusal =
                        refusal.or(() -> Optional.of(new RefusedException(move.command(), reply)));
            } else if (refusal.isEmpty()) {
                posture = move.after();
            } else {
                // It took a later step without an earlier one: what holds now is anybody's guess.
                close();
            }
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /// Keeps a command for the next write, whoever writes it; nobody else hears its final reply.
    ///
    /// @return fails with an [IOException] when the session ends before
    public CompletableFuture<Reply> ride(String command) {
        return control.ride(List.of(command));
    }

    /// The same for commands that belong together: all of them go out, or none. The reply is the
    /// one to the last.
    public CompletableFuture<Reply> ride(List<String> commands) {
        return control.ride(commands);
    }

    /// The reply to a command that went out by [#ride]; silence costs the session.
    ///
    /// @throws NotSentException if nobody wrote anything in time; the command never goes out then,
    ///   and nothing has happened to the session
    public Reply await(CompletableFuture<Reply> ridden) throws IOException, InterruptedException {
        return control.await(ridden, deadlines.reply());
    }

    /// Sends the commands that wait to ride, if there are any.
    public void flushRiders() throws IOException {
        control.flushRiders();
    }

    /// Whether somebody may be waiting for the answer to a command that rides.
    boolean isAwaited() {
        return control.isAwaited();
    }

    boolean isUnderTls13() {
        return TlsVersions.isTls13(facts.tls());
    }

    /// Finds out whether the server is still there.
    public void noop() throws IOException {
        ask("NOOP");
    }

    public RemotePath workingFolder() throws IOException {
        return Commands.pathOf(require("PWD"));
    }

    public void makeFolder(RemotePath folder) throws IOException {
        require("MKD " + folder);
    }

    public void removeFolder(RemotePath folder) throws IOException {
        require("RMD " + folder);
    }

    public void deleteFile(RemotePath file) throws IOException {
        require("DELE " + file);
    }

    public void rename(RemotePath from, RemotePath to) throws IOException {
        Reply reply = ask("RNFR " + from);
        if (!reply.isIntermediate()) {
            throw new RefusedException("RNFR " + from, reply);
        }
        require("RNTO " + to);
    }

    /// @param mode octal digits
    public void changeMode(RemotePath path, String mode) throws IOException {
        require("SITE CHMOD " + mode + " " + path);
    }

    /// When the file was last changed, if the server can tell.
    public Optional<Instant> modified(RemotePath file) throws IOException {
        return modifiedFrom(ask("MDTM " + file));
    }

    /// Asks with the next write when a file was last changed; [#modifiedFrom] understands the
    /// answer.
    public CompletableFuture<Reply> rideModified(RemotePath file) {
        return ride("MDTM " + file);
    }

    /// What the answer to MDTM means, as [#modified] does.
    public Optional<Instant> modifiedFrom(Reply reply) {
        return reply.code() == 213 ? MlsdListing.time(reply.text().strip()) : Optional.empty();
    }

    /// Sets the time of last change with the next write (MFMT), to the second.
    public CompletableFuture<Reply> rideModify(RemotePath file, Instant when) {
        return ride("MFMT " + MFMT_TIME.format(when) + " " + file);
    }

    /// Whether a folder of that name can be entered.
    public boolean isFolder(RemotePath path) throws IOException {
        return ask("CWD " + path).isPositive();
    }

    /// The size of a file in bytes; empty if there is no such file.
    ///
    /// @throws RefusedException if the server cannot tell sizes
    public OptionalLong size(RemotePath file) throws IOException {
        return sizeFrom(file, ask(sizeCommand(file)));
    }

    /// Asks for a size with the next write; [#sizeFrom] understands the answer.
    public CompletableFuture<Reply> rideSize(RemotePath file) {
        return ride(sizeCommand(file));
    }

    /// What the answer to SIZE means, as [#size] does; may ask again in another way.
    public OptionalLong sizeFrom(RemotePath file, Reply reply) throws IOException {
        if (NOT_IMPLEMENTED.contains(reply.code())) {
            return sizeByListing(file, reply);
        }
        if (reply.code() != 213 && reply.code() != NO_SUCH_FILE) {
            throw new RefusedException("SIZE " + file, reply);
        }
        return Commands.sizeOf(reply);
    }

    /// Lists a folder by MLSD, or else by LIST.
    public Listing list(RemotePath folder) throws IOException {
        assume(usual());
        if (facts.capabilities().has(Capability.MLST)) {
            try {
                return data.receive(
                        "MLSD " + folder, in -> MlsdListing.read(folder, dialect.charset(), in));
            } catch (RefusedException refused) {
                if (!NOT_IMPLEMENTED.contains(refused.reply().code())) {
                    throw refused;
                }
            }
        }
        return listTheOldWay(folder);
    }

    /// Takes a file.
    ///
    /// @param offset where in the file to begin (REST), in bytes
    public Incoming retrieve(RemotePath file, long offset) throws IOException {
        assume(usual());
        Incoming incoming = data.retrieve("RETR " + file, offset, Optional.empty());
        incoming.open();
        return incoming;
    }

    /// Gives a file.
    ///
    /// @param offset where in the file to begin (REST), in bytes; at 0 one that is there is
    ///   replaced
    public Outgoing store(RemotePath file, long offset) throws IOException {
        Outgoing outgoing = startStore(file, offset);
        outgoing.open();
        return outgoing;
    }

    /// As [#store], but leaves it to the caller to wait for the server ([Outgoing#open]). Where
    /// this fails, STOR has not got away.
    public Outgoing startStore(RemotePath file, long offset) throws IOException {
        assume(usual());
        return data.store("STOR " + file, offset, Optional.empty());
    }

    /// Has the question for a port ride with the next write, for [#startRetrieve].
    public Reservation reserveRetrieve(RemotePath file) throws IOException {
        assume(usual());
        return data.reserve("RETR " + file);
    }

    /// Has the question for a port ride with the next write, for [#startStore].
    public Reservation reserveStore(RemotePath file) throws IOException {
        assume(usual());
        return data.reserve("STOR " + file);
    }

    /// As [#retrieve], but leaves it to the caller to wait for the server ([Incoming#open]).
    public Incoming startRetrieve(RemotePath file, long offset, Reservation reserved)
            throws IOException {
        assume(usual());
        return data.retrieve("RETR " + file, offset, Optional.of(reserved));
    }

    /// As [#store], but leaves it to the caller to wait for the server ([Outgoing#open]).
    public Outgoing startStore(RemotePath file, long offset, Reservation reserved)
            throws IOException {
        assume(usual());
        return data.store("STOR " + file, offset, Optional.of(reserved));
    }

    /// Sends command lines in one write; the replies go to the listener of [#listen].
    public void send(List<String> commands) throws IOException {
        control.send(commands);
    }

    /// How many data connections of our own this session has had.
    public long dataConnections() {
        return data.count();
    }

    /// Fails if a reply is left over from before.
    public void requireQuiet() throws IOException {
        control.requireQuiet();
    }

    /// Passes replies to the listener as they come, until [#listenNoMore].
    public void listen(Consumer<Heard> listener) {
        control.listen(listener);
    }

    public void listenNoMore() {
        control.listenNoMore();
    }

    /// Says QUIT if the server is listening, and closes.
    public void quit() {
        if (!isBroken()) {
            try {
                control.send(List.of("QUIT"));
            } catch (IOException gone) {
                // It need not hear our goodbye.
            }
        }
        close();
    }

    @Override
    public void close() {
        control.close();
        data.close();
    }

    /// What our own data connections need.
    private Posture usual() {
        return facts.server().tls().isEncrypted() ? Posture.PROTECTED : Posture.CLEAR;
    }

    /// LIST takes options and patterns in its argument, so the folder is entered first.
    private Listing listTheOldWay(RemotePath folder) throws IOException {
        require("CWD " + folder);
        boolean unix = !dialect.system().toUpperCase(Locale.ROOT).contains("WINDOWS");
        if (unix) {
            try {
                return list(folder, "LIST -a");
            } catch (RefusedException refused) {
                if (refused.reply().isTransient()) {
                    throw refused;
                }
            }
        }
        return list(folder, "LIST");
    }

    private Listing list(RemotePath folder, String command) throws IOException {
        return data.receive(command, in -> ListListing.read(folder, dialect, in));
    }

    private static String sizeCommand(RemotePath file) {
        return "SIZE " + file;
    }

    private OptionalLong sizeByListing(RemotePath file, Reply reply) throws IOException {
        if (file.isRoot()) {
            throw new RefusedException("SIZE " + file, reply);
        }
        Optional<Entry> listed =
                list(file.parent()).entries().stream()
                        .filter(entry -> entry.name().equals(file.name()) && !entry.isFolder())
                        .findFirst();
        if (listed.isPresent() && listed.get().size().isEmpty()) {
            // It is there, so it must not pass for missing.
            throw new RefusedException("SIZE " + file, reply);
        }
        return listed.map(Entry::size).orElse(OptionalLong.empty());
    }

    private Reply require(String command) throws IOException {
        return Commands.require(control, command, deadlines.reply());
    }
}
