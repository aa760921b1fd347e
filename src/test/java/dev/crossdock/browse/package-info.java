/// Browsers against a server that misbehaves on order.
@NullMarked
package dev.crossdock.browse;

import org.jspecify.annotations.NullMarked;
