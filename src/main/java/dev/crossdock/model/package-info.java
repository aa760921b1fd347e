/// Values and nothing else: what the other packages say to each other.
///
/// A leaf: it uses only the JDK, every package may use it. Each value checks itself in its
/// constructor, so that a bad one (a path with a line break, a reply code of 7) cannot exist
/// further in. Choices are enums or sealed interfaces, switched over without `default`.
@NullMarked
package dev.crossdock.model;

import org.jspecify.annotations.NullMarked;
