@NullMarked
package dev.crossdock.ui.about;

import org.jspecify.annotations.NullMarked;
