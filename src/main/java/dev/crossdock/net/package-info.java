/// The only sockets and the only TLS of the program.
///
/// A [dev.crossdock.net.Link] is one TCP connection, in clear or with TLS on top. Each control
/// connection has one [dev.crossdock.net.TlsClient] of its own, shared with its data connections:
/// servers that demand session reuse accept only a session of the same control connection, and a
/// context shared between control connections mixes sessions up. TLS is the JDK's (SunJSSE), the
/// one provider that resumes under TLS 1.3.
///
/// A [dev.crossdock.net.Dialer] makes connections, straight or through a site's proxy (SOCKS 5,
/// HTTP CONNECT): own code, since neither the JDK nor a library gives a plain socket through a
/// proxy with a password of its own. Behind a proxy the server's name is looked up there, and its
/// address is not known here. A [dev.crossdock.net.Listener] takes the connection that a server
/// makes in active mode. [dev.crossdock.net.Roots] are Java's and the operating system's, read
/// once.
///
/// A certificate is decided on inside the handshake, without asking anybody: what is not known to
/// be accepted ends it with an [dev.crossdock.net.UntrustedException], nobody waits for a person
/// with a connection open. Every wait has a deadline; cancelling is closing the raw socket from
/// another thread, since closing TLS politely may block. Uses only `model`.
@NullMarked
package dev.crossdock.net;

import org.jspecify.annotations.NullMarked;
