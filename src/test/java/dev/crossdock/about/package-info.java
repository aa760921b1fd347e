@NullMarked
package dev.crossdock.about;

import org.jspecify.annotations.NullMarked;
