/// How long many small files take over a line with latency, beside what is possible and beside
/// lftp.
///
/// Not a test: `mvn -q test-compile exec:exec@bench` runs it and prints a table. Both clients meet
/// the same embedded servers through the same delayed ports; only control connections are delayed,
/// since data connections do not pass the client.
@NullMarked
package dev.crossdock.bench;

import org.jspecify.annotations.NullMarked;
