/// How the user wants files to be carried over, to be looked at and changed.
///
/// [dev.crossdock.ui.settings.SettingsViewModel] holds a draft: each tab is a
/// [dev.crossdock.ui.settings.Section] that is filled from the settings and put over them. What
/// cannot be used is said beside its field, and the draft is kept only as a whole and only by the
/// button; the shell saves the parts that were changed, so that what another Crossdock changed
/// meanwhile stays. Uses `ui.control`, `ui.dialog`, the port `site`, `model`.
@NullMarked
package dev.crossdock.ui.settings;

import org.jspecify.annotations.NullMarked;
