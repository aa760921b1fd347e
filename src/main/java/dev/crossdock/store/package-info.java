/// The small files that the program keeps for its user: read within bounds, replaced as a whole,
/// never overwritten unread.
///
/// A file is JSON with a version in it, owner-only, written to a temporary file and moved into
/// place, with the good file before kept as a backup. One that cannot be read is set aside with a
/// message; one bad entry in it is kept aside in the file. Several programs may share a file: a
/// change holds a lock from reading to writing, and a file that changed is read again. Since that
/// touches the disk, nothing here is for the thread that paints. What the entries mean is said by
/// whoever keeps them, in a [dev.crossdock.store.Shape]. Uses only `model`.
@NullMarked
package dev.crossdock.store;

import org.jspecify.annotations.NullMarked;
