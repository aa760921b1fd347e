/// What tests share: a server that misbehaves on order, a client that says exactly what it is told,
/// and the whole program in a process of its own between two embedded servers.
///
/// Real sockets on loopback, real TLS, port 0. Nothing here stands in for the code under test; it
/// stands for the other computer, or starts the program as its users do.
@NullMarked
package dev.crossdock.testing;

import org.jspecify.annotations.NullMarked;
