/// The way in for scripts: `crossdock copy`, `probe`, `ls`, `queue`, `sites`, on the same core as
/// the window.
///
/// It may use `queue`, `browse`, `site` and `model`; it sees no network and no window. What it
/// needs of them comes through ports that `app` adapts: [dev.crossdock.cli.Cores],
/// [dev.crossdock.cli.Windows] and [dev.crossdock.cli.QueueGate]. Scripts depend on every word that
/// is printed with `--json` and on the exit codes ([dev.crossdock.cli.ExitCode]), so those are
/// decided in pure classes with tables behind them. Only this package knows the standard streams
/// ([dev.crossdock.cli.Streams]).
///
/// Decisions: JSON is written in ASCII alone, so that it does not depend on the locale and so that
/// a name which is not UTF-8 survives as lone surrogates (U+DC80 to U+DCFF, one a byte, as Python
/// has them). A URL without a user logs in as `anonymous`, as with curl and lftp. A password from a
/// file or the environment is final: when the server refuses it nobody is asked. A place that
/// cannot be understood is never echoed where a password may stand in it. What was chosen for two
/// servers in the window is the default for them here, and is told; a consent to unencrypted data
/// is none to a login without TLS. The commands for the queue are carried out by
/// [dev.crossdock.cli.QueueDesk] in whichever program has the queue; what comes from another is
/// read as hostile. A plain `copy` has a queue of its own and hands nothing over.
@NullMarked
package dev.crossdock.cli;

import org.jspecify.annotations.NullMarked;
