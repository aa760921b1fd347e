/// Passwords and pass phrases in an encrypted file.
@NullMarked
package dev.crossdock.vault;

import org.jspecify.annotations.NullMarked;
