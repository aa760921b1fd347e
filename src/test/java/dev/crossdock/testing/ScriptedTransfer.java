package dev.crossdock.testing;

import dev.crossdock.demo.SelfSigned;
import dev.crossdock.testing.Behaviour.DataFault;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import javax.net.ssl.SSLSocket;

/// Moves the bytes of one transfer, or does what it was told instead.
final class ScriptedTransfer {

    private static final int FAREWELL = 5_000;
    private static final String DONE = "226 Done.";

    private final Setup setup;
    private final ScriptedData data;
    private final ScriptedConnection control;
    private final @Nullable DataFault fault;
    private Runnable settle = () -> {};
    private boolean sends;
    private boolean listing;
    private boolean announced;

    ScriptedTransfer(
            Setup setup, ScriptedData data, ScriptedConnection control, @Nullable DataFault fault) {
        this.setup = setup;
        this.data = data;
        this.control = control;
        this.fault = fault;
    }

    /// Where an upload's bytes go.
    interface Sink {
        void write(byte[] bytes, int count) throws IOException;
    }

    void send(byte[] content, boolean list) throws IOException, InterruptedException {
        byte[] bytes =
                fault instanceof DataFault.Content(var instead)
                        ? instead.getBytes(StandardCharsets.ISO_8859_1)
                        : content;
        var source = new ByteArrayInputStream(bytes);
        sends = true;
        listing = list;
        run((socket, most) -> move(source, out(socket), most));
    }

    /// @param settled is run when all has come, before the final reply
    void receive(Sink sink, Runnable settled) throws IOException, InterruptedException {
        settle = settled;
        run((socket, most) -> move(socket.getInputStream(), sink, most));
    }

    private void run(Movement movement) throws IOException, InterruptedException {
        try {
            Socket plain = open();
            if (fault instanceof DataFault.RefusedInTls(var text)) {
                refuse(plain, text);
                return;
            }
            if (fault instanceof DataFault.ResetInTls(var text)) {
                int hello = plain.getInputStream().read();
                plain.setSoLinger(hello >= 0, 0);
                plain.close();
                conclude(text);
                return;
            }
            if (fault instanceof DataFault.NoTls(var text)) {
                plain.close();
                conclude(text);
                return;
            }
            Socket socket = data.protect(plain, listing, otherCertificate());
            if (!announced) {
                announce();
            }
            control.check(socket, !sends);
            finish(socket, plain, movement);
        } catch (RefusedData e) {
            conclude(e.reply());
        } catch (IOException e) {
            conclude(complaint(e));
        } finally {
            settle.run();
            data.close();
        }
    }

    private Socket open() throws IOException, InterruptedException {
        boolean early = !isSilentBeforeTls() && !setup.can(Skill.LATE_150);
        if (early) {
            announce();
        }
        if (fault instanceof DataFault.NoConnection) {
            data.awaitClose();
        }
        Socket plain = data.open();
        if (!early && !isSilentBeforeTls()) {
            announce();
        }
        return plain;
    }

    private boolean isSilentBeforeTls() {
        return fault instanceof DataFault.RefusedInTls || setup.can(Skill.TLS_THEN_150);
    }

    private void refuse(Socket plain, String reply) throws IOException, InterruptedException {
        int hello = plain.getInputStream().read();
        if (hello >= 0) {
            conclude(reply);
            plain.getInputStream().skip(Long.MAX_VALUE);
        }
    }

    private void announce() throws IOException, InterruptedException {
        control.answer("150 Here it comes.");
        announced = true;
        if (fault instanceof DataFault.LoseControl) {
            control.close();
        }
    }

    private void finish(Socket socket, Socket plain, Movement movement)
            throws IOException, InterruptedException {
        switch (fault) {
            case DataFault.Stall() -> data.awaitClose();
            case DataFault.StallAfter(var bytes) -> {
                movement.move(socket, bytes);
                data.awaitClose();
            }
            case DataFault.Cling() -> data.cling();
            case DataFault.Cut(var bytes, var text) -> {
                movement.move(socket, bytes);
                plain.close();
                conclude(text);
            }
            case DataFault.Reset(var bytes, var text) -> {
                movement.move(socket, bytes);
                plain.setSoLinger(true, 0);
                plain.close();
                conclude(text);
            }
            case DataFault.EndEarly(var bytes) -> {
                movement.move(socket, bytes);
                if (!sends) {
                    socket.getInputStream().skip(Long.MAX_VALUE);
                }
                end(socket, plain);
                conclude(DONE);
            }
            case DataFault.Pause(var bytes, var until) -> {
                movement.move(socket, bytes);
                data.await(until);
                complete(socket, plain, movement);
                conclude(DONE);
            }
            case DataFault.HoldFinal(var until) -> {
                complete(socket, plain, movement);
                data.await(until);
                conclude(DONE);
            }
            case DataFault.NoFinal() -> complete(socket, plain, movement);
            case DataFault.EarlyFinal() -> {
                control.answer("226 Done, it seems.");
                complete(socket, plain, movement);
            }
            case DataFault.Final(var text) -> {
                complete(socket, plain, movement);
                conclude(text);
            }
            case DataFault.Content _,
                    DataFault.LoseControl _,
                    DataFault.NoConnection _,
                    DataFault.NoTls _,
                    DataFault.ResetInTls _,
                    DataFault.RefusedInTls _,
                    DataFault.OtherCertificate _ -> {
                complete(socket, plain, movement);
                conclude(DONE);
            }
            case null -> {
                complete(socket, plain, movement);
                conclude(DONE);
            }
        }
    }

    private void complete(Socket socket, Socket plain, Movement movement) throws IOException {
        movement.move(socket, Long.MAX_VALUE);
        end(socket, plain);
    }

    private void conclude(String text) throws IOException, InterruptedException {
        settle.run();
        if (!text.isEmpty()) {
            control.answer(text);
        }
    }

    private String complaint(IOException failure) {
        if (fault instanceof DataFault.Final(var text)) {
            return text;
        }
        return announced
                ? "426 The data connection broke: " + failure.getMessage()
                : "425 No data connection: " + failure.getMessage();
    }

    private static void move(InputStream from, Sink to, long most) throws IOException {
        long left = most;
        byte[] buffer = new byte[64 * 1024];
        while (left > 0) {
            int count = from.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                return;
            }
            to.write(buffer, count);
            left -= count;
        }
    }

    private static Sink out(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        return (bytes, count) -> out.write(bytes, 0, count);
    }

    private Optional<SelfSigned> otherCertificate() {
        return fault instanceof DataFault.OtherCertificate(var other)
                ? Optional.of(other)
                : Optional.empty();
    }

    /// A TLS client that sends reads its peer's tickets before it closes, or the kernel resets the
    /// connection and what the peer has not read is lost.
    private void end(Socket socket, Socket plain) throws IOException {
        if (sends && socket instanceof SSLSocket tls && tls.getUseClientMode()) {
            tls.shutdownOutput();
            if (!plain.isOutputShutdown()) {
                plain.shutdownOutput();
            }
            plain.setSoTimeout(FAREWELL);
            try {
                tls.getInputStream().skip(Long.MAX_VALUE);
            } catch (SocketTimeoutException e) {
                // the peer waits for us
            }
        }
        socket.close();
    }

    private interface Movement {
        void move(Socket socket, long most) throws IOException;
    }
}
