package dev.crossdock.ui.queue;

import java.util.concurrent.Executor;

/// Where the queue's work for the window is done.
///
/// @param reads one after another: what rows show
/// @param asks one after another: what the user wants done
/// @param aside at once: searching and exporting
/// @param front the JavaFX thread
public record QueueThreads(Executor reads, Executor asks, Executor aside, Executor front) {}
