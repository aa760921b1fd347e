/// Two servers at once: which way a file can go between them, and the talk that brings it about.
///
/// Deciding and doing are apart. [dev.crossdock.fxp.Planner] (which routes, and why not the others)
/// and [dev.crossdock.fxp.Handshake] (what to send next, given what was heard) are pure and have no
/// socket, clock or thread; time comes to them as an event. [dev.crossdock.fxp.FxpRun] writes and
/// reads what they say and is dull on purpose.
///
/// One file costs two round trips. In the first the passive server is asked to listen, and with it
/// goes whatever rides on the two sessions: the size of the file before, the size of this one. In
/// the second both get their transfer commands, the active one with its PORT, in one write each;
/// the TLS server's goes first. Nobody waits for the passive server's 150, since most send none
/// before the other has connected. Nothing is sent behind a transfer command. Where a file would be
/// overwritten on a route that has not worked before, STOR goes last and alone. A session that
/// still owes a reply when the file is over, for good or ill, is closed and not guessed at. Uses
/// `ftp` and `model`.
@NullMarked
package dev.crossdock.fxp;

import org.jspecify.annotations.NullMarked;
