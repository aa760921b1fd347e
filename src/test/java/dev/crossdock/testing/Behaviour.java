package dev.crossdock.testing;

import dev.crossdock.demo.SelfSigned;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/// What a [ScriptedServer] does on a command in place of the sane thing.
public sealed interface Behaviour {

    /// Sends this as the reply and does nothing else; lines are ended by `\n` in the text.
    record Answer(String text) implements Behaviour {}

    /// Does the sane thing, then sends this as one reply too many.
    record AnswerAlso(String text) implements Behaviour {}

    /// Sends these characters as they are, with no end of line, and goes on.
    record Send(String characters) implements Behaviour {}

    /// Sends these characters, with no end of line, and closes the connection: in the middle of a
    /// reply, or after one.
    record SendAndDrop(String characters) implements Behaviour {}

    /// Does the sane thing and closes the connection.
    record ThenDrop() implements Behaviour {}

    /// Resets the connection.
    record Reset() implements Behaviour {}

    /// Sends one line of about this length.
    record LongLine(String code, int bytes) implements Behaviour {}

    /// Sends these characters again and again, until the connection ends.
    record Flood(String characters) implements Behaviour {}

    /// Sends these characters now and then, until the connection ends.
    record Trickle(String characters, Duration pause) implements Behaviour {}

    /// Never answers this command.
    record Ignore() implements Behaviour {}

    /// Neither answers nor does anything on this connection any more, and keeps it.
    record Silence() implements Behaviour {}

    /// Answers with this, in place of a login, where so many connections are logged in already; for
    /// PASS, or for CONNECT. A 421 ends the connection.
    record AtMost(int logins, String refusal) implements Behaviour {}

    /// Does the sane thing after a while.
    record Late(Duration pause) implements Behaviour {}

    /// Does the sane thing when the test lets it.
    record Hold(CountDownLatch until) implements Behaviour {}

    /// Listens, but tells another address in the 227.
    record PassiveAt(InetAddress address) implements Behaviour {}

    /// Does the sane thing and words its reply in another way; not for transfers.
    record Reword(UnaryOperator<String> reply) implements Behaviour {}

    /// Has this happen to the data connection of a transfer command.
    record OnData(DataFault fault) implements Behaviour {}

    static Behaviour answer(String text) {
        return new Answer(text);
    }

    /// Sends this as the last reply of the connection.
    static Behaviour answerAndDrop(String text) {
        return new SendAndDrop(text.replace("\n", "\r\n") + "\r\n");
    }

    /// Listens, but tells another address and port in the 227.
    static Behaviour passiveAt(String address, int port) {
        String numbers = address.replace('.', ',') + "," + port / 256 + "," + port % 256;
        return replacing("\\([0-9,]+\\)", "(" + numbers + ")");
    }

    /// Has a line more before what it says, so that the reply is one of several lines.
    static Behaviour multiline(String first) {
        return new Reword(reply -> reply.substring(0, 3) + "-" + first + "\n" + reply);
    }

    /// Says something else where the expression matches the sane reply: another size, say.
    static Behaviour replacing(String expression, String text) {
        return new Reword(reply -> reply.replaceFirst(expression, text));
    }

    /// Tells a hash of the right length that is not the file's.
    static Behaviour wrongHash() {
        return new Reword(WrongHash::in);
    }

    static Behaviour drop() {
        return new SendAndDrop("");
    }

    static Behaviour onData(DataFault fault) {
        return new OnData(fault);
    }

    /// Lists or sends this text, in UTF-8, in place of what is there.
    static Behaviour content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new OnData(new DataFault.Content(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /// What goes wrong with the data, between the 150 and the final reply.
    sealed interface DataFault {

        /// Sends these bytes, each a character up to `\u00ff`, in place of the file or the listing.
        record Content(String bytes) implements DataFault {}

        /// Opens the connection and moves nothing; the server's end or an ABOR ends it.
        record Stall() implements DataFault {}

        /// Moves so many bytes and then none; the server's end or an ABOR ends it.
        record StallAfter(long bytes) implements DataFault {}

        /// Opens the connection and neither moves anything nor closes it, whatever happens to the
        /// control connection; only the end of the server ends it.
        record Cling() implements DataFault {}

        /// Closes the TCP connection after so many bytes, without a farewell in TLS.
        record Cut(long bytes, String finalReply) implements DataFault {}

        /// Resets the TCP connection after so many bytes.
        record Reset(long bytes, String finalReply) implements DataFault {}

        /// Takes so many bytes for the whole file and says that all is done: a sender ends in good
        /// order after them, a receiver reads the others and does not keep them.
        record EndEarly(long bytes) implements DataFault {}

        /// Moves so many bytes, and the others when the test lets it.
        record Pause(long bytes, CountDownLatch until) implements DataFault {}

        /// Moves all the bytes, and says so when the test lets it.
        record HoldFinal(CountDownLatch until) implements DataFault {}

        /// Moves the bytes and has this as its last word, whatever has happened to them: `226` for
        /// data that were reset, a second `150`, or two replies, one a line. Nothing, if empty.
        record Final(String text) implements DataFault {}

        /// Loses the control connection right after the 150.
        record LoseControl() implements DataFault {}

        /// Says that all is done before a byte has moved, then moves them.
        record EarlyFinal() implements DataFault {}

        /// Moves all the bytes and never says so.
        record NoFinal() implements DataFault {}

        /// Closes the data connection where the TLS handshake should begin.
        record NoTls(String finalReply) implements DataFault {}

        /// Resets the TCP connection when the client begins with TLS.
        record ResetInTls(String finalReply) implements DataFault {}

        /// Takes the connection, waits until the client begins with TLS, says this instead of 150
        /// and leaves it to the client to close.
        record RefusedInTls(String reply) implements DataFault {}

        /// Presents another certificate than on the control connection.
        record OtherCertificate(SelfSigned certificate) implements DataFault {}

        /// Says 150 and neither accepts nor opens a connection.
        record NoConnection() implements DataFault {}
    }
}
