/// The saved passwords as a whole: how they are protected, and what can be done about that.
///
/// The vault works on the disk and takes its time for a master password, so
/// [dev.crossdock.ui.vault.VaultViewModel] has one thread at work for it and shows what came of it;
/// what is done here holds at once, unlike the settings around it. Uses `ui.control`, `ui.dialog`,
/// the ports `vault` and `site`, `model`.
@NullMarked
package dev.crossdock.ui.vault;

import org.jspecify.annotations.NullMarked;
