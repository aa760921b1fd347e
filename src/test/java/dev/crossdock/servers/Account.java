package dev.crossdock.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/// Who runs the tests, as the system knows him.
record Account(int uid, int gid, String user, String group) {

    static Account current() {
        var self = Path.of("/proc/self");
        try {
            var attributes = Files.readAttributes(self, PosixFileAttributes.class);
            return new Account(
                    (int) Files.getAttribute(self, "unix:uid"),
                    (int) Files.getAttribute(self, "unix:gid"),
                    attributes.owner().getName(),
                    attributes.group().getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRoot() {
        return uid == 0;
    }
}
