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
/// What is kept lies in files of [dev.crossdock.store]; no password is written there, only to the
/// vault. A [dev.crossdock.site.Site] lies in a [dev.crossdock.site.SiteGroup], which is a name on
/// the site rather than an object, so that nothing can point at a folder that is gone. Uses
/// `store`, `vault` and `model`.
@NullMarked
package dev.crossdock.site;

import org.jspecify.annotations.NullMarked;
