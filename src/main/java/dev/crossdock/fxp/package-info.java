/// Two servers at once: which way a file can go between them, and the talk that brings it about.
///
/// Deciding and doing are apart. [dev.crossdock.fxp.Planner] (which routes, and why not the others)
/// and [dev.crossdock.fxp.Handshake] (what to send next, given what was heard) are pure and have no
/// socket, clock or thread; time comes to them as an event. [dev.crossdock.fxp.FxpRun] writes and
/// reads what they say and is dull on purpose.
///
/// One file costs two round trips: the passive server gets PASV and its transfer command in one
/// write, the active one PORT and its transfer command as soon as the address is known. Nobody
/// waits for the passive server's 150, since most send none before the other has connected. Nothing
/// is sent behind a transfer command. A session that still owes a reply when the file is over, for
/// good or ill, is closed and not guessed at. Uses `ftp` and `model`.
@NullMarked
package dev.crossdock.fxp;

import org.jspecify.annotations.NullMarked;
