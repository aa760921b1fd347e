/// One server: parsers by tables, sessions against real sockets and TLS.
@NullMarked
package dev.crossdock.ftp;

import org.jspecify.annotations.NullMarked;
