/// How long many small files take over a line with latency, beside what is possible and beside
/// lftp.
///
/// Not a test: `mvn -q test-compile exec:exec@bench` runs it and prints a table. Both clients meet
/// the same embedded servers through the same delayed ports; only control connections are delayed,
/// since data connections do not pass the client.
///
/// `exec:exec@start` measures the start of the packaged program beside FileZilla, from outside: a
/// program that reports its own start leaves out what comes before and after.
@NullMarked
package dev.crossdock.bench;

import org.jspecify.annotations.NullMarked;
