/// The site manager: a window with all saved sites in their folders, and a form for one of them.
///
/// [dev.crossdock.ui.sites.SitesViewModel] holds the tree, what is selected and the form;
/// [dev.crossdock.ui.sites.SiteFormViewModel] is made of one part for each page, and each field of
/// a part is a [dev.crossdock.ui.sites.Typed], which reads what is typed with the checks of the
/// records themselves, so that the form knows no rule of its own. What is typed is never lost
/// without a question: every way out of a changed form goes through one place. Secrets are not in
/// the form but beside it; a kept one is never shown. Uses `ui.control`, `ui.dialog`, `ui.pump`,
/// `ui.site`, the badges of `ui.pane`, `browse`, `site` and `model`.
@NullMarked
package dev.crossdock.ui.sites;

import org.jspecify.annotations.NullMarked;
