/// Which button Enter and Esc press.
@NullMarked
package dev.crossdock.ui.dialog;

import org.jspecify.annotations.NullMarked;
