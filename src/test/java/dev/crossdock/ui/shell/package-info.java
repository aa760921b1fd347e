/// What concerns both panes.
@NullMarked
package dev.crossdock.ui.shell;

import org.jspecify.annotations.NullMarked;
