/// The rules of the house as tests: layout of the sources and the arrows between packages.
@NullMarked
package dev.crossdock.build;

import org.jspecify.annotations.NullMarked;
