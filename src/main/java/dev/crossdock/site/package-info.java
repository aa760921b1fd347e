/// What the user knows: sites, passwords for this session, certificates that were accepted; and
/// what the program learned of servers.
///
/// Two desks answer whoever connects: [dev.crossdock.site.TrustDesk] says whether a certificate
/// will do, [dev.crossdock.site.PasswordDesk] finds the password. Both look at what is known first
/// and turn to [dev.crossdock.site.Prompts], the port to the user, otherwise; threads with the same
/// question wait for one answer. What was pinned beats the roots of the system, so that a changed
/// certificate is refused even when an authority signed it.
///
/// [dev.crossdock.site.ServerMemory] keeps what worked and what did not. It is asked and told once
/// a file, so it answers without waiting and writes only what is news. A refusal counts a week,
/// since servers are repaired; what it holds is never worth failing a transfer for.
///
/// Files are JSON with a version in them, owner-only, written to a temporary file and moved into
/// place, with the good file before kept as a backup. One that cannot be read is set aside with a
/// message, never overwritten; one bad entry in it is kept aside in the file. Several programs may
/// share a file: a change holds a lock from reading to writing, and a file that changed is read
/// again. Since that touches the disk, saving is not for the thread that paints. No password is
/// written anywhere. Uses only `model`.
@NullMarked
package dev.crossdock.site;

import org.jspecify.annotations.NullMarked;
