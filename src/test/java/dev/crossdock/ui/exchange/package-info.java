/// Tests of import and export in the window.
@NullMarked
package dev.crossdock.ui.exchange;

import org.jspecify.annotations.NullMarked;
