/// Panes without a toolkit, and their states with one.
@NullMarked
package dev.crossdock.ui.pane;

import org.jspecify.annotations.NullMarked;
