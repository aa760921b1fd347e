package dev.crossdock.demo;

import org.apache.ftpserver.ftplet.FtpFile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What MLSD and MLST say of a file (RFC 3659), with the permissions of this computer.
final class FileFacts {

    static final String NAMES = "type*;size*;modify*;perm*;UNIX.mode*;";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// In the order of `rwxrwxrwx`.
    private static final List<PosixFilePermission> BITS = List.of(PosixFilePermission.values());

    private FileFacts() {}

    /// One line, without its end.
    static String line(FtpFile file, String name) {
        var facts = new StringBuilder();
        facts.append(file.isDirectory() ? "type=dir;" : "type=file;size=" + file.getSize() + ";");
        facts.append("modify=")
                .append(TIME.format(Instant.ofEpochMilli(file.getLastModified())))
                .append(";perm=")
                .append(permissions(file))
                .append(';');
        path(file)
                .flatMap(FileFacts::mode)
                .ifPresent(mode -> facts.append("UNIX.mode=").append(mode).append(';'));
        return facts.append(' ').append(name).toString();
    }

    /// Sets the permissions, three or four octal digits.
    static void change(FtpFile file, String mode) throws IOException {
        int bits = Integer.parseInt(mode, 8);
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission bit : BITS) {
            if ((bits & value(bit)) != 0) {
                permissions.add(bit);
            }
        }
        Path path = path(file).orElseThrow(() -> new IOException("not on disk"));
        Files.setPosixFilePermissions(path, permissions);
    }

    private static String permissions(FtpFile file) {
        String read = file.isDirectory() ? "el" : "r";
        String write = file.isDirectory() ? "cmpdf" : "wadf";
        return (file.isReadable() ? read : "") + (file.isWritable() ? write : "");
    }

    private static Optional<String> mode(Path path) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            int bits = permissions.stream().mapToInt(FileFacts::value).sum();
            return Optional.of(String.format(Locale.ROOT, "%04o", bits));
        } catch (IOException | UnsupportedOperationException e) {
            // Gone, or on a file system that has no such thing.
            return Optional.empty();
        }
    }

    private static int value(PosixFilePermission bit) {
        return 1 << (BITS.size() - 1 - BITS.indexOf(bit));
    }

    private static Optional<Path> path(FtpFile file) {
        return file.getPhysicalFile() instanceof File physical
                ? Optional.of(physical.toPath())
                : Optional.empty();
    }
}
