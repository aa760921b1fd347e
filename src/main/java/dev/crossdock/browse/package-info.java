/// A folder on a server, or on this computer, as a pane sees it.
///
/// The interfaces here are all that the window and the command line know of the network: they speak
/// `model` values and throw [dev.crossdock.model.FailureException] with words for a person. The
/// implementations use `ftp` and `local`. [dev.crossdock.browse.RoutePreview] is declared here
/// because panes and `probe` show it; `app` adapts the planner to it.
@NullMarked
package dev.crossdock.browse;

import org.jspecify.annotations.NullMarked;
