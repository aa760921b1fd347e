/// The demo servers as a client meets them: lines written by hand, files compared by hash.
@NullMarked
package dev.crossdock.demo;

import org.jspecify.annotations.NullMarked;
