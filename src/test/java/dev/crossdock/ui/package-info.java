/// The window as its user meets it: fakes behind the ports, real nodes, real gestures.
@NullMarked
package dev.crossdock.ui;

import org.jspecify.annotations.NullMarked;
