/// The transcript's list.
@NullMarked
package dev.crossdock.ui.transcript;

import org.jspecify.annotations.NullMarked;
