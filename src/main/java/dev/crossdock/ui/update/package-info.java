/// What the user is told about newer versions, and what can be done about that.
///
/// [dev.crossdock.ui.update.UpdatesViewModel] asks [dev.crossdock.update.Updates] on a thread of
/// its own: by itself only while the settings allow that, otherwise when a button is pressed, which
/// is consent for that once. [dev.crossdock.ui.update.UpdateBar] is the notice in the window;
/// [dev.crossdock.ui.update.UpdateState] says what was found last and stands wherever one may ask.
/// Uses `ui.control` and the port `update`.
@NullMarked
package dev.crossdock.ui.update;

import org.jspecify.annotations.NullMarked;
