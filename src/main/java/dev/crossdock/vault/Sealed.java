package dev.crossdock.vault;

/// One encrypted secret.
///
/// @param nonce Base64
/// @param data Base64, with the tag of GCM at its end
record Sealed(String nonce, String data) {}
