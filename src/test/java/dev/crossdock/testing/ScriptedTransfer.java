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

    private final ScriptedData data;
    private final ScriptedConnection control;
    private final @Nullable DataFault fault;
    private boolean sends;

    ScriptedTransfer(ScriptedData data, ScriptedConnection control, @Nullable DataFault fault) {
        this.data = data;
        this.control = control;
        this.fault = fault;
    }

    /// Where an upload's bytes go.
    interface Sink {
        void write(byte[] bytes, int count) throws IOException;
    }

    void send(byte[] content, boolean listing) throws IOException, InterruptedException {
        byte[] bytes =
                fault instanceof DataFault.Content(var instead)
                        ? instead.getBytes(StandardCharsets.ISO_8859_1)
                        : content;
        sends = true;
        run(listing, socket -> upTo(new ByteArrayInputStream(bytes), out(socket)));
    }

    void receive(Sink sink) throws IOException, InterruptedException {
        run(false, socket -> upTo(socket.getInputStream(), sink));
    }

    private void run(boolean listing, Movement movement) throws IOException, InterruptedException {
        control.answer("150 Here it comes.");
        try {
            if (fault instanceof DataFault.NoConnection) {
                data.awaitClose();
            }
            Socket plain = data.open();
            if (fault instanceof DataFault.NoTls(var text)) {
                plain.close();
                control.answer(text);
                return;
            }
            Socket socket = data.protect(plain, listing, otherCertificate());
            if (!control.accepts(socket)) {
                socket.close();
                control.answer("522 SSL connection failed: session reuse required.");
                return;
            }
            finish(socket, plain, movement);
        } catch (IOException e) {
            control.answer("426 The data connection broke: " + e.getMessage());
        } finally {
            data.close();
        }
    }

    private void finish(Socket socket, Socket plain, Movement movement)
            throws IOException, InterruptedException {
        switch (fault) {
            case DataFault.Stall() -> data.awaitClose();
            case DataFault.StallAfter _ -> {
                movement.move(socket);
                data.awaitClose();
            }
            case DataFault.Cling() -> data.cling();
            case DataFault.Cut(_, var text) -> {
                movement.move(socket);
                plain.close();
                control.answer(text);
            }
            case DataFault.NoFinal() -> {
                movement.move(socket);
                end(socket, plain);
            }
            case DataFault.EarlyFinal() -> {
                control.answer("226 Done, it seems.");
                movement.move(socket);
                end(socket, plain);
            }
            case DataFault.Content _,
                    DataFault.NoConnection _,
                    DataFault.NoTls _,
                    DataFault.OtherCertificate _ ->
                    complete(socket, plain, movement);
            case null -> complete(socket, plain, movement);
        }
    }

    private void complete(Socket socket, Socket plain, Movement movement) throws IOException {
        movement.move(socket);
        end(socket, plain);
        control.answer("226 Done.");
    }

    private void upTo(InputStream from, Sink to) throws IOException {
        long left = most();
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

    private long most() {
        return switch (fault) {
            case DataFault.Cut(var bytes, _) -> bytes;
            case DataFault.StallAfter(var bytes) -> bytes;
            case null, default -> Long.MAX_VALUE;
        };
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
        void move(Socket socket) throws IOException;
    }
}
