/// The only sockets and the only TLS of the program.
///
/// A [dev.crossdock.net.Link] is one TCP connection, in clear or with TLS on top. Each control
/// connection has one [dev.crossdock.net.TlsClient] of its own, shared with its data connections:
/// servers that demand session reuse accept only a session of the same control connection, and a
/// context shared between control connections mixes sessions up. TLS is the JDK's (SunJSSE), the
/// one provider that resumes under TLS 1.3.
///
/// A certificate is decided on inside the handshake, without asking anybody: what is not known to
/// be accepted ends it with an [dev.crossdock.net.UntrustedException], nobody waits for a person
/// with a connection open. Every wait has a deadline; cancelling is closing the raw socket from
/// another thread, since closing TLS politely may block. Uses only `model`.
@NullMarked
package dev.crossdock.net;

import org.jspecify.annotations.NullMarked;
