package dev.crossdock.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// What is said to a proxy before the connection through it is there.
sealed interface ProxyTalk permits SocksTalk, HttpConnect {

    /// Returns when the next byte is the server's; reads none of those.
    void ask(InputStream in, OutputStream out, String host, int port) throws IOException;

    /// Forgets the password.
    void wipe();
}
