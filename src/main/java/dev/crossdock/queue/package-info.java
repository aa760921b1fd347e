/// Which jobs exist, in what order, what may start now; kept so that nothing can lose them.
///
/// [dev.crossdock.queue.QueueService] is the front: orders go to one thread, which owns everything
/// below. It knows no network: [dev.crossdock.queue.JobRunner] is its port to whoever carries a job
/// out. The screen pulls: it asks for what changed since the version it has seen and is never
/// called ([dev.crossdock.queue.Board]). Uses only `model`.
///
/// **On disk before it counts.** Jobs live in an SQLite file ([dev.crossdock.queue.JobFile]) with a
/// write-ahead log that is forced at each commit. The orders of one moment go into one transaction
/// ([dev.crossdock.queue.Ledger]); what they bring about - a row on the screen, a job's thread -
/// happens when that is written ([dev.crossdock.queue.Books]). Where the disk refuses, changes
/// gather, nothing new starts, and the user is told. A file that is damaged or of a later program
/// is set aside, never written over. It holds sites by their id, and no credentials.
///
/// **After a crash.** A job that was running waits again, knows that it was cut, and finds what it
/// had begun at its target ([dev.crossdock.queue.Traces]): that is written before the first byte
/// can be. A folder's job adds only the children that are missing. Numbers of jobs are never given
/// twice.
///
/// **A million jobs are not a million objects.** In memory are, of each lane, the first jobs
/// ([dev.crossdock.queue.Lines]), the running ones, and sixteen bytes of order for each of the
/// others ([dev.crossdock.queue.Ranks]); the screen reads the rows it shows. An order for many jobs
/// is carried out some at a time.
///
/// **The line.** A job's order is its priority and its place ([dev.crossdock.queue.Rank]); jobs of
/// one batch, and the children of a folder, share a place and stand there by their numbers, so that
/// a move renumbers little ([dev.crossdock.queue.LineMoves]). Each pair of sites has lanes of its
/// own for files and folders, so that none hides another ([dev.crossdock.queue.Scheduler], pure).
/// What may do better later is tried again with a growing delay ([dev.crossdock.queue.Retry]); a
/// pair whose server is down or full rests as a whole ([dev.crossdock.queue.Rests]) and does not
/// use up the tries of all its jobs. A job that waits for the user's answer gives its
/// [dev.crossdock.queue.Slot] to others and is the first to get one back.
///
/// **A row that cannot be read** is set aside within the file and holds nothing up
/// ([dev.crossdock.queue.JobTable]).
@NullMarked
package dev.crossdock.queue;

import org.jspecify.annotations.NullMarked;
