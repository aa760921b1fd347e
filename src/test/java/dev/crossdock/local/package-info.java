@NullMarked
package dev.crossdock.local;

import org.jspecify.annotations.NullMarked;
