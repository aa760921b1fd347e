/// What the program learned of servers, to be looked at and forgotten.
///
/// The memory lies on a disk, so [dev.crossdock.ui.memory.MemoryViewModel] asks and tells it on a
/// thread of its own and shows what came of it. Uses `ui.control`, `ui.dialog`, the words of
/// `ui.route`, the port `site`, `model`.
@NullMarked
package dev.crossdock.ui.memory;

import org.jspecify.annotations.NullMarked;
