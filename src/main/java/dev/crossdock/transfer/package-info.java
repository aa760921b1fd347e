/// One job from beginning to end.
///
/// [dev.crossdock.transfer.Transfers] is the queue's `JobRunner`: it takes a session on each
/// server, walks the planner's ladder of routes, and calls a file done only when both servers said
/// so and the target holds as many bytes as the source ([dev.crossdock.transfer.Arrival]), with the
/// same checksum where both tell one. [dev.crossdock.transfer.DirectTransfer] has the servers send
/// to each other, [dev.crossdock.transfer.Relay] passes the bytes on through this computer. What a
/// failure says of the route ([dev.crossdock.transfer.Lesson]) is remembered for the next file and,
/// by the port [dev.crossdock.transfer.RouteMemory], for the next run; what may have been chance
/// has to happen twice in one job before it counts against a route. What the servers send each
/// other never passes here, so progress is what a spare session of the target tells
/// ([dev.crossdock.transfer.TargetWatch]); where it tells nothing, nothing is made up. Where one
/// side is this computer ([dev.crossdock.transfer.LocalTransfer]), the bytes are counted as they
/// pass, and their checksum is compared with the server's ([dev.crossdock.transfer.PassingHash]); a
/// download has another name until it is whole.
///
/// What is at the target and whose it is: a file that would be replaced stays until the new one,
/// which comes under a name that nobody has ([dev.crossdock.transfer.Aside]), is whole, unless the
/// route has carried files before. A file is ours ([dev.crossdock.transfer.Leftovers]) once a STOR
/// of ours has begun it, and then a retry may replace it without a question; the queue keeps that
/// before the first byte, so a killed program knows it too, and what had arrived whole by then is
/// proved and not sent again. It is continued only where the source is surely the same as when it
/// was begun ([dev.crossdock.transfer.FileVersion]). A source that changes while it is sent is sent
/// again. Two jobs never write to one name ([dev.crossdock.transfer.Claims]). A failure and a
/// cancel say what they have left.
///
/// Every failure leaves as one [dev.crossdock.model.Failure]; above this package nobody catches an
/// `IOException`. Uses `fxp`, `ftp`, `local`, the port of `queue`, and `model`.
@NullMarked
package dev.crossdock.transfer;

import org.jspecify.annotations.NullMarked;
