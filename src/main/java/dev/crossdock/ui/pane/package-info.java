/// One side of the window: connect, look around, tidy up, pick what to copy.
///
/// [dev.crossdock.ui.pane.PaneViewModel] lives on the JavaFX thread and sends every call to the
/// server to one background thread of its pane; answers come back over an executor and are dropped
/// when the user has gone elsewhere meanwhile. Big folders are sorted and filtered as plain lists
/// off the JavaFX thread and reach the table in one step, because tables are slow at both. A drag
/// carries only a token; what is dragged stays in memory ([dev.crossdock.ui.pane.Carried]). What a
/// drop means is decided by [dev.crossdock.ui.pane.Intents], which is pure. Uses `ui.control`,
/// `ui.dialog`, `ui.site`, the port `browse`, `model`.
@NullMarked
package dev.crossdock.ui.pane;

import org.jspecify.annotations.NullMarked;
