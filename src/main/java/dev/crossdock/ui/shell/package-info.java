/// The window: two panes, the routes between them, the queue and the transcript below.
///
/// [dev.crossdock.ui.shell.Shell] is the only way in. It makes the view models, lets the pump drive
/// those that pull, and owns what concerns both panes: copying from one to the other, refreshing a
/// pane when a job into its folder has ended, the keys, the look, and what the window remembers
/// from one run to the next. Uses all of `ui` and the ports `queue`, `browse` and `site`.
@NullMarked
package dev.crossdock.ui.shell;

import org.jspecify.annotations.NullMarked;
