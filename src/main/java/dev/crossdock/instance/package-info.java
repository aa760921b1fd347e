/// One program at a time: a second Crossdock of the same user and data folder hands its wish to the
/// first.
///
/// Who holds [dev.crossdock.instance.InstanceLock] is the first. It is a lock of the operating
/// system, so that a killed process frees it, and nobody has to judge whether a process number in a
/// file still means us. [dev.crossdock.instance.InstanceServer] is opened with that lock in hand
/// and may therefore replace a socket file that was left behind;
/// [dev.crossdock.instance.InstanceClient] is the other end.
///
/// They talk over a Unix domain socket, which Windows has as well, since a port on loopback would
/// let in every user of the computer. The socket's folder is its owner's alone and that is all the
/// access control there is: on both ends its owner and rights are looked at before it is used. It
/// lies in the data folder. Where the path would be too long for a socket, or the file system has
/// no sockets or rights, it lies in the folder for temporary files, under a name that both ends
/// derive from the data folder.
///
/// A request is one line of JSON, its answer another; only ASCII travels, because file names may
/// hold what is no valid UTF-8. Whatever comes in is bounded in length, depth, number and time.
/// Each wait has a deadline that closes the channel, as channels have no timeout of their own. What
/// the commands mean is for whoever passes the handler. Uses only `model`.
@NullMarked
package dev.crossdock.instance;

import org.jspecify.annotations.NullMarked;
