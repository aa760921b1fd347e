/// The route between the two panes, in words and as a picture, before anything is copied.
///
/// Which routes there are is not decided here: [dev.crossdock.browse.RoutePreview] tells, with the
/// reasons against the others. The picture is made of ordinary nodes, so that it follows the theme
/// and the font; its arrow points where the *connection* goes, which need not be where the file
/// goes, and the words say both. Between the two directions stand the rules that the user set for
/// these servers ([dev.crossdock.site.PairRules]): they bind a pair whichever server sends, and
/// clear needs a yes for each of the two. Uses `ui.control`, `ui.dialog`, the port `browse`,
/// `site`, `model`.
@NullMarked
package dev.crossdock.ui.route;

import org.jspecify.annotations.NullMarked;
