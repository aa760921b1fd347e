/// Tests of the site manager.
@NullMarked
package dev.crossdock.ui.sites;

import org.jspecify.annotations.NullMarked;
