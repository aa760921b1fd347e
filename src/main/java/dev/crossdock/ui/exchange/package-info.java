/// Sites that come in from files of other programs, and go out to them, in the window.
///
/// [dev.crossdock.ui.exchange.SiteExchange] leads from one question to the next;
/// [dev.crossdock.ui.exchange.ExchangeDesk] does the work on the disk in the background. Nothing is
/// saved before the user has seen what a file holds and what becomes of it. Uses `ui.control`,
/// `ui.dialog`, the port of `ui.sites`, `exchange`, `site` and `model`.
@NullMarked
package dev.crossdock.ui.exchange;

import org.jspecify.annotations.NullMarked;
