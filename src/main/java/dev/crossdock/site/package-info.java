/// What the user knows: sites, passwords for this session, certificates that were accepted.
///
/// Two desks answer whoever connects: [dev.crossdock.site.TrustDesk] says whether a certificate
/// will do, [dev.crossdock.site.PasswordDesk] finds the password. Both look at what is known first
/// and turn to [dev.crossdock.site.Prompts], the port to the user, otherwise; threads with the same
/// question wait for one answer. What was pinned beats the roots of the system, so that a changed
/// certificate is refused even when an authority signed it.
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
