/// What tests of several packages share: a server that misbehaves on order, and a client that says
/// exactly what it is told.
///
/// Real sockets on loopback, real TLS, port 0. Nothing here stands in for the code under test; it
/// stands for the other computer.
@NullMarked
package dev.crossdock.testing;

import org.jspecify.annotations.NullMarked;
