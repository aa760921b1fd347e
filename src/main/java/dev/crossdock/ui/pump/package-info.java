/// The only place that crosses to the JavaFX thread or asks the toolkit about the system.
///
/// Other threads never push to the screen: [dev.crossdock.ui.pump.Pump] ticks ten times a second on
/// the JavaFX thread and the view models pull what changed. Answers of single calls come over by
/// [dev.crossdock.ui.pump.FxThread], an ordinary executor, so that view models are tested without a
/// toolkit. Uses JavaFX and nothing of ours.
@NullMarked
package dev.crossdock.ui.pump;

import org.jspecify.annotations.NullMarked;
