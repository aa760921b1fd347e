/// The queue on its owner thread, with runners that do as they are told.
@NullMarked
package dev.crossdock.queue;

import org.jspecify.annotations.NullMarked;
