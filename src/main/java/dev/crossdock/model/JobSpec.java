package dev.crossdock.model;

import java.util.OptionalLong;

/// One thing the queue is asked to carry over. Holds sites, never credentials.
///
/// @param targetPath the full path the entry gets, its name included
/// @param size of the source as it was listed, in bytes
/// @param caseTwin a sibling's name differs only in case, so on some servers the two are one file
public record JobSpec(
        Kind kind,
        SiteId source,
        RemotePath sourcePath,
        SiteId target,
        RemotePath targetPath,
        OptionalLong size,
        boolean caseTwin,
        TransferPolicy policy) {

    public enum Kind {
        FILE,
        /// Created on the target and expanded into jobs for what it holds.
        FOLDER
    }

    public static JobSpec file(
            SiteId source,
            RemotePath sourcePath,
            SiteId target,
            RemotePath targetPath,
            OptionalLong size,
            TransferPolicy policy) {
        return new JobSpec(Kind.FILE, source, sourcePath, target, targetPath, size, false, policy);
    }

    public static JobSpec folder(
            SiteId source,
            RemotePath sourcePath,
            SiteId target,
            RemotePath targetPath,
            TransferPolicy policy) {
        return new JobSpec(
                Kind.FOLDER,
                source,
                sourcePath,
                target,
                targetPath,
                OptionalLong.empty(),
                false,
                policy);
    }

    /// The same job with another name or rule at the target.
    public JobSpec to(RemotePath path, TransferPolicy other) {
        return new JobSpec(kind, source, sourcePath, target, path, size, caseTwin, other);
    }

    /// The same job once the source's size is known better.
    public JobSpec sized(long bytes) {
        return new JobSpec(
                kind,
                source,
                sourcePath,
                target,
                targetPath,
                OptionalLong.of(bytes),
                caseTwin,
                policy);
    }
}
