/// The two deciders by tables.
@NullMarked
package dev.crossdock.fxp;

import org.jspecify.annotations.NullMarked;
