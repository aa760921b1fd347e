/// Routes in words.
@NullMarked
package dev.crossdock.ui.route;

import org.jspecify.annotations.NullMarked;
