@NullMarked
package dev.crossdock.ui.settings;

import org.jspecify.annotations.NullMarked;
