/// Sites on their way from and to other programs: FileZilla, WinSCP, FlashFXP, gFTP, another
/// Crossdock.
///
/// Reading is pure: [dev.crossdock.exchange.Import] makes [dev.crossdock.exchange.Parcel]s of bytes
/// and says of each site what came of it; [dev.crossdock.exchange.Merge] decides how they fit in
/// among those that are there; whoever asked saves them. A file comes from anywhere, so it is read
/// as hostile: bounded in size, depth and number, no document type, no entity but the five of XML.
/// What one site holds never costs the others; a field that cannot be kept is dropped and told. No
/// finding repeats a password.
///
/// Encryption is never lowered: TLS “if available” becomes required. Passwords of other programs
/// are taken where they can be read, for the vault; a file that is written has them only where the
/// user asked for it, since each format holds them as plain text in effect. Uses `site`, `store`
/// and `model`.
@NullMarked
package dev.crossdock.exchange;

import org.jspecify.annotations.NullMarked;
