/// Sockets and TLS, against real ones.
@NullMarked
package dev.crossdock.net;

import org.jspecify.annotations.NullMarked;
