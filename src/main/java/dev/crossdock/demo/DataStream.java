package dev.crossdock.demo;

import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.FtpSession;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// The bytes of one transfer, and an end to them that loses none.
///
/// Failures of the network are thrown as [SocketException], for which the library answers 426;
/// others, of the disk, become its 551.
final class DataStream implements DataConnection {

    private static final int BUFFER = 64 * 1024;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Socket socket;
    private final Socket tcp;

    /// @param socket what to read and write, which may be TLS over `tcp`
    DataStream(Socket socket, Socket tcp) {
        this.socket = socket;
        this.tcp = tcp;
    }

    @Override
    public long transferFromClient(FtpSession session, OutputStream target) throws IOException {
        InputStream source = socket.getInputStream();
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int count = read(source, buffer); count >= 0; count = read(source, buffer)) {
            target.write(buffer, 0, count);
            total += count;
        }
        closeQuietly();
        return total;
    }

    @Override
    public long transferToClient(FtpSession session, InputStream source) throws IOException {
        OutputStream target = socket.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
            write(target, buffer, count);
            total += count;
        }
        finish();
        return total;
    }

    @Override
    public void transferToClient(FtpSession session, String text) throws IOException {
        transferToClient(session, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int read(InputStream source, byte[] buffer) throws IOException {
        try {
            return source.read(buffer);
        } catch (SSLException | SocketTimeoutException e) {
            throw lost(e);
        }
    }

    private static void write(OutputStream target, byte[] buffer, int count) throws IOException {
        try {
            target.write(buffer, 0, count);
        } catch (SSLException | SocketTimeoutException e) {
            throw lost(e);
        }
    }

    /// Says the end; as TLS client it then reads what the peer still sends before closing.
    ///
    /// Closing with bytes unread, which are the session tickets of a TLS 1.3 server, makes the
    /// kernel reset the connection, and what the peer has not read by then is gone. The other way
    /// round nothing can be unread, and a client may well wait for the 226 before it closes.
    private void finish() throws IOException {
        if (socket instanceof SSLSocket tls && tls.getUseClientMode()) {
            try {
                tls.shutdownOutput();
                if (!tcp.isOutputShutdown()) {
                    tcp.shutdownOutput();
                }
                tcp.setSoTimeout((int) FAREWELL.toMillis());
                tls.getInputStream().skip(Long.MAX_VALUE);
            } catch (SocketTimeoutException e) {
                // The peer has read to the end of the stream, or never will.
            } catch (SSLException e) {
                throw lost(e);
            }
        }
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            socket.close();
        } catch (IOException e) {
            // Everything has been read or acknowledged; the peer merely left first.
        }
    }

    private static SocketException lost(IOException cause) {
        var lost = new SocketException(cause.getMessage());
        lost.initCause(cause);
        return lost;
    }
}
