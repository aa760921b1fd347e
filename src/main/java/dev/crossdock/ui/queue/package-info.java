/// The queue's lists at the bottom of the window, for up to a million jobs.
///
/// [dev.crossdock.ui.queue.QueueViewModel] pulls what changed ten times a second. Each
/// [dev.crossdock.ui.queue.JobList] keeps the ranks of all its jobs and makes a row only where
/// somebody looks; what a row shows is read from the disk in the background, and a few thousand
/// rows are kept. Single jobs come and go one by one, so that selection and scroll position stay.
/// What is selected is kept as runs of indices, and what is done with it is done in the background
/// with the ids out of the ranks: all of a million jobs are selected and paused without touching
/// their rows.
///
/// A row holds one value and its cells make the words when they are drawn. A bar never claims more
/// than is known: measured, counted, estimated and unknown each look different. The speed limit
/// goes out by a port of its own, [dev.crossdock.ui.queue.Throttle]; the window's memory keeps it.
/// Uses `ui.control`, `ui.dialog`, the port `queue`, `model`.
@NullMarked
package dev.crossdock.ui.queue;

import org.jspecify.annotations.NullMarked;
