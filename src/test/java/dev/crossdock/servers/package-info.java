/// Servers that other people wrote, beside our embedded ones, behind one interface.
///
/// `src/test/servers/fetch` unpacks proftpd, vsftpd and Pure-FTPd from Debian packages; nothing is
/// installed. [dev.crossdock.servers.ServerKind] starts one of them, or says in words why it cannot
/// run here, so that a test is skipped with that reason. Each gets an address of its own in
/// 127.0.0.0/8 and any free port. A version of TLS is forbidden by OpenSSL's configuration, because
/// not every release of these servers has a word for it.
///
/// vsftpd runs as whoever starts it and lets in anybody: the package checks passwords by PAM, which
/// cannot be set up in a folder. So it does not change its root, its paths are those of this
/// computer, and it handles a session in one process instead of several. Pure-FTPd logs nobody in
/// unless it was started by root, and never as root, hence [dev.crossdock.servers.RealServer#put].
@NullMarked
package dev.crossdock.servers;

import org.jspecify.annotations.NullMarked;
