/// Tests of the command line: whole commands against servers in memory, tables for the pure parts.
@NullMarked
package dev.crossdock.cli;

import org.jspecify.annotations.NullMarked;
