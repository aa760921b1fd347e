/// One server: its control connection, what it can do, what it currently believes.
///
/// The control connection is our own and not Commons Net's `FTPSClient`: two of them have to be
/// driven at once, with several commands in one write, each reply with its own deadline, and with
/// bounds on what a server may send. Commons Net reads the many forms of LIST for us
/// ([dev.crossdock.ftp.listing]).
///
/// A reader thread per control connection turns bytes into replies; whoever sent the command takes
/// them from the mailbox. So a deadline never tears a reply in two. A [dev.crossdock.ftp.Session]
/// is used by one thread at a time; one whose state is not known any more (a deadline passed, a
/// reply out of step, a cancelled transfer) is closed, never guessed at.
///
/// A question that is in no hurry rides: it goes out with the next write, whoever has the session
/// by then. One that nobody sends in time is taken back and costs nothing; silence is silence only
/// once a command is out. A whole answer has one deadline, whatever trickles in meanwhile.
///
/// Our own data connections may need TLS 1.2; [dev.crossdock.ftp.TlsTrial] says what proves it.
/// They begin with TLS after the server's 150, or without it where that comes late
/// ([dev.crossdock.ftp.Headstart]).
///
/// What a site says of addresses, logon, proxy, TLS, charset and data connections is done here. Its
/// own commands come right after the login, so that nothing in them can take back PROT P. A session
/// keeps the site's server, whichever of its addresses is in use. A line that the charset cannot
/// write is not sent at all, and costs nothing.
///
/// Names travel as bytes, see [dev.crossdock.model.WireText]. Exceptions are kinds of
/// [java.io.IOException]; [dev.crossdock.ftp.FailureMapper] alone turns them into words. Questions
/// to the user are ports: [dev.crossdock.ftp.Trust] and [dev.crossdock.ftp.Logins], asked with no
/// connection open. Uses `net` and `model`.
@NullMarked
package dev.crossdock.ftp;

import org.jspecify.annotations.NullMarked;
