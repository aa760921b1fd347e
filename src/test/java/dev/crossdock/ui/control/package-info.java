/// Wording and formatting, by tables.
@NullMarked
package dev.crossdock.ui.control;

import org.jspecify.annotations.NullMarked;
