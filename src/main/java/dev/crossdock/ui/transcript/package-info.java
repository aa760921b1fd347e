/// What was said on the control connections of both sides, in one list.
///
/// The view model pulls new lines from [dev.crossdock.browse.TranscriptLog] with the pump and keeps
/// a bounded number of them. Passwords were masked where the lines were written. Uses `ui.control`,
/// the port `browse`, `model`.
@NullMarked
package dev.crossdock.ui.transcript;

import org.jspecify.annotations.NullMarked;
