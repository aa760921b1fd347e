/// The whole program, its parts wired as they are for the user.
@NullMarked
package dev.crossdock.app;

import org.jspecify.annotations.NullMarked;
