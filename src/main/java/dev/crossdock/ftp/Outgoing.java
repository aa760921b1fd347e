package dev.crossdock.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/// A file on its way from this computer to a server.
public final class Outgoing implements Closeable {

    private final DataConnection data;

    Outgoing(DataConnection data) {
        this.data = data;
    }

    /// Waits until the server is ready for the bytes.
    public void open() throws IOException {
        data.open();
        if (data.isOver()) {
            data.close();
            throw new GarbledException("it took a file before there was any");
        }
    }

    /// Takes the bytes.
    public OutputStream out() {
        return output(data);
    }

    /// Ends the file and waits for the server's word that it has it.
    public void finish() throws IOException {
        data.endOutput();
        data.finish();
    }

    /// Breaks off what is not finished; the session is of no use then.
    @Override
    public void close() {
        data.close();
    }

    private static OutputStream output(DataConnection data) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                data.write(bytes, offset, length);
            }
        };
    }
}
