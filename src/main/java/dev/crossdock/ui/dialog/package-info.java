/// Questions and messages in windows of their own.
///
/// Every dialog is made by [dev.crossdock.ui.dialog.DialogFrame]: text wraps, Esc closes, one
/// button is the default, and where trust or loss is at stake the default is the safe one. Dialogs
/// are shown without a nested event loop and answer by a callback, so that two of them can end in
/// any order. [dev.crossdock.ui.dialog.WindowPrompts] answers the core's questions from background
/// threads, one at a time. Uses `ui.control`, `ui.pump`, the ports of `site` and `queue`, `model`.
@NullMarked
package dev.crossdock.ui.dialog;

import org.jspecify.annotations.NullMarked;
