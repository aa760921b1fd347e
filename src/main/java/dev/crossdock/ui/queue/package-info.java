/// The jobs at the bottom of the window.
///
/// [dev.crossdock.ui.queue.QueueViewModel] pulls what changed ten times a second and updates rows
/// where they stand, by job id; the table is never cleared and refilled, so selection and scroll
/// position stay, and a hundred thousand waiting jobs cost nothing while nothing happens to them. A
/// row holds one value and its cells make the words when they are drawn. A bar never shows more
/// than is known: measured, counted or unknown each look different. The speed limit goes out by a
/// port of its own, [dev.crossdock.ui.queue.Throttle]; the window's memory keeps it. Uses
/// `ui.control`, `ui.dialog`, the port `queue`, `model`.
@NullMarked
package dev.crossdock.ui.queue;

import org.jspecify.annotations.NullMarked;
