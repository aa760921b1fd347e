package dev.crossdock.ui.pane;

import java.util.concurrent.Executor;

/// Where the work of a pane is done.
///
/// @param calls one thread for everything that is asked of the server, in order
/// @param aside for what must not wait behind those calls: closing a connection, sorting
/// @param screen the JavaFX thread
public record PaneThreads(Executor calls, Executor aside, Executor screen) {}
