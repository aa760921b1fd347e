/// A report about this Crossdock and the servers it is on, to be sent to somebody who can help.
///
/// Who reads it must learn nothing of whom the user knows: [dev.crossdock.ui.report.Redaction] puts
/// numbers in the place of hosts, users, names and paths, the same number for the same thing, so
/// that it stays readable. What it cannot judge it strikes out rather than lets through. The user
/// sees the text before it goes anywhere. Uses `ui.control`, `ui.dialog`, the words of `ui.route`,
/// the ports `site`, `queue`, `vault`, `browse`, and `model`.
@NullMarked
package dev.crossdock.ui.report;

import org.jspecify.annotations.NullMarked;
