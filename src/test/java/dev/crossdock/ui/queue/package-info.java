/// The queue's rows, speeds and words.
@NullMarked
package dev.crossdock.ui.queue;

import org.jspecify.annotations.NullMarked;
