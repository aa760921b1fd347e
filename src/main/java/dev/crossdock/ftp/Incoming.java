package dev.crossdock.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// A file on its way from a server to this computer.
public final class Incoming implements Closeable {

    private final DataConnection data;
    private final InputStream in;

    Incoming(DataConnection data) {
        this.data = data;
        this.in = data.isOver() ? InputStream.nullInputStream() : data.input();
    }

    /// Its bytes. The end of them is not yet the end of the file: see [#finish].
    public InputStream in() {
        return in;
    }

    /// Waits for the server's word that this was all.
    public void finish() throws IOException {
        data.finish();
    }

    /// Breaks off what is not finished; the session is of no use then.
    @Override
    public void close() {
        data.close();
    }
}
