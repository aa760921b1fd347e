/// Which jobs exist, in what order, what may start now.
///
/// It knows no network: [dev.crossdock.queue.JobRunner] is its port to whoever carries a job out,
/// and [dev.crossdock.queue.JobStore] to wherever jobs are kept (memory today). One thread owns the
/// state; everybody else posts to it. The screen pulls: it asks for what changed since the version
/// it has seen and is never called. Uses only `model`.
@NullMarked
package dev.crossdock.queue;

import org.jspecify.annotations.NullMarked;
