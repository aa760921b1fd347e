/// Passwords and pass phrases in an encrypted file, by names that whoever keeps them chooses.
///
/// The key comes from a master password (Argon2id, made the same for all keyboards by NFC) or,
/// where the user wants none, from a key file that only its owner may open. HKDF makes of it one
/// key for the secrets, each encrypted by AES-256-GCM under a fresh nonce with its name bound to
/// it, and one for a seal over the whole file, so that nothing in it can be removed, added or
/// exchanged. A digest without a key finds accidents before a password is asked for. The file has
/// one way to be written; any other byte makes it a damaged one, which is refused as a whole and
/// never overwritten. What this cannot find is an older file that is put back.
///
/// Names are not encrypted, so that it can be told what is stored while the vault is locked. Arrays
/// are wiped, but the libraries keep copies of keys for as long as the memory is theirs. A change
/// of the master password replaces the backup too. Uses `store` and `model`.
@NullMarked
package dev.crossdock.vault;

import org.jspecify.annotations.NullMarked;
