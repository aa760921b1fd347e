/// The About box: which Crossdock this is, on what it runs, and what it is made of.
///
/// [dev.crossdock.ui.about.AboutFacts] is plain data, taken when the box opens, so that all of it
/// can be copied into a report as it is shown. Other lines, such as one about updates, come in as
/// nodes from whoever knows about them. Uses `about`, `ui.control`, `ui.dialog`.
@NullMarked
package dev.crossdock.ui.about;

import org.jspecify.annotations.NullMarked;
