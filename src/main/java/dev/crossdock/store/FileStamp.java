package dev.crossdock.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// Tells whether a file is still the one that was read; a replaced file has another key.
///
/// @param size -1 if there is no file
public record FileStamp(FileTime modified, long size, @Nullable Object key) {

    private static final FileStamp ABSENT = new FileStamp(FileTime.fromMillis(0), -1, null);

    public static FileStamp of(Path file) {
        try {
            var found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (IOException notThere) {
            return ABSENT;
        }
    }
}
