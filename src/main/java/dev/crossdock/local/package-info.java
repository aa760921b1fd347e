/// This computer's file system, told as the files of a server are.
///
/// A path of this computer is a [dev.crossdock.model.RemotePath] like any other, so that panes,
/// jobs and the queue need not care; [dev.crossdock.local.LocalPaths] alone turns one into the
/// other. Names that servers made up are hostile until it has looked at them: what would mean
/// another folder, a device or another name here is refused, never mended. Links are never written
/// through. What the disk refuses leaves as a [dev.crossdock.model.Failure]. Uses only `model`.
@NullMarked
package dev.crossdock.local;

import org.jspecify.annotations.NullMarked;
