package dev.crossdock.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// A file on its way from a server to this computer.
public final class Incoming implements Closeable {

    private final DataConnection data;

    Incoming(DataConnection data) {
        this.data = data;
    }

    /// Waits until the server begins.
    public void open() throws IOException {
        data.open();
    }

    /// Its bytes. The end of them is not yet the end of the file: see [#finish].
    public InputStream in() {
        return data.isOpen() ? data.input() : InputStream.nullInputStream();
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
