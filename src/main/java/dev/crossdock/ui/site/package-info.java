/// Choosing where to connect: saved sites and the quick connection.
///
/// [dev.crossdock.ui.site.Sites] is shared by both panes, so that a site saved on the left can be
/// chosen on the right at once; each pane has a form of its own. A quick connection is a server
/// with an id that is only not saved; its password goes straight to [dev.crossdock.site.Passwords]
/// and is written nowhere. Uses `ui.control`, `ui.dialog`, the port `site`, `model`.
@NullMarked
package dev.crossdock.ui.site;

import org.jspecify.annotations.NullMarked;
