@NullMarked
package dev.crossdock.ui.memory;

import org.jspecify.annotations.NullMarked;
