@NullMarked
package dev.crossdock.update;

import org.jspecify.annotations.NullMarked;
