/// Jobs from beginning to end, between real servers on loopback.
@NullMarked
package dev.crossdock.transfer;

import org.jspecify.annotations.NullMarked;
