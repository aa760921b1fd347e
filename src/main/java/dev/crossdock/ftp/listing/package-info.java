/// What servers list, turned into entries. Pure but for reading a stream.
///
/// MLSD (RFC 3659) is read by our own streaming reader, a few hundred bytes an entry; the many
/// forms of LIST by Commons Net's parsers. A listing is hostile input: a line that is too long, is
/// no entry, or whose name would leave the folder is left out with a reason, the rest goes on. Uses
/// `model`.
@NullMarked
package dev.crossdock.ftp.listing;

import org.jspecify.annotations.NullMarked;
