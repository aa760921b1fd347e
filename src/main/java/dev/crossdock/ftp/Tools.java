package dev.crossdock.ftp;

import dev.crossdock.net.Roots;

/// What all connections of the program are made with.
record Tools(Trust trust, TlsVersions versions, Roots roots, Deadlines deadlines) {}
