@NullMarked
package dev.crossdock.ui.vault;

import org.jspecify.annotations.NullMarked;
