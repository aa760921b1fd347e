@NullMarked
package dev.crossdock.ui.certificate;

import org.jspecify.annotations.NullMarked;
