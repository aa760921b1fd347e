@NullMarked
package dev.crossdock.ui.report;

import org.jspecify.annotations.NullMarked;
