/// The connect form.
@NullMarked
package dev.crossdock.ui.site;

import org.jspecify.annotations.NullMarked;
