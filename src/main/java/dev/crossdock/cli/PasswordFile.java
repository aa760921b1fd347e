package dev.crossdock.cli;

import dev.crossdock.model.Side;
import dev.crossdock.model.WireText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;

/// What `--password-file` names: one line for both servers, or one for each.
final class PasswordFile {

    private static final int LONGEST = 64 * 1024;

    private final char[] source;
    private final char[] target;

    private PasswordFile(char[] source, char[] target) {
        this.source = source;
        this.target = target;
    }

    /// @throws UsageException if it cannot be read or holds no password
    static PasswordFile read(Path file) throws UsageException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new UsageException(
                    "The password file " + file + " cannot be read: " + reason(e, file));
        }
        try {
            return of(bytes, file);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// The one line of a file. The caller wipes it.
    ///
    /// @throws UsageException if it cannot be read or holds anything else
    static char[] readOne(Path file) throws UsageException {
        PasswordFile read = read(file);
        if (!Arrays.equals(read.source, read.target)) {
            throw new UsageException("The password file " + file + " must hold one line.");
        }
        return read.source;
    }

    private static PasswordFile of(byte[] bytes, Path file) throws UsageException {
        if (bytes.length > LONGEST) {
            throw new UsageException(file + " is too long for a password file.");
        }
        // The byte order mark of some editors is no part of a password.
        String text = WireText.decode(bytes).replaceFirst("^\uFEFF", "");
        List<String> lines = text.replaceFirst("[\r\n]+$", "").lines().toList();
        if (lines.isEmpty() || lines.size() > 2 || lines.contains("")) {
            throw new UsageException(
                    "The password file "
                            + file
                            + " must hold one line (for both servers) or two (source, target).");
        }
        return new PasswordFile(lines.getFirst().toCharArray(), lines.getLast().toCharArray());
    }

    char[] of(Side side) {
        return switch (side) {
            case SOURCE -> source.clone();
            case TARGET -> target.clone();
        };
    }

    /// Whether other users of this computer can read it. A pipe has no say in that.
    static boolean isOpenToOthers(Path file) {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            return Files.isRegularFile(file)
                    && (permissions.contains(PosixFilePermission.GROUP_READ)
                            || permissions.contains(PosixFilePermission.OTHERS_READ));
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private static String reason(IOException e, Path file) {
        if (!Files.exists(file)) {
            return "there is no such file.";
        }
        if (Files.isDirectory(file)) {
            return "it is a folder.";
        }
        return Files.isReadable(file) ? e.getClass().getSimpleName() + "." : "no permission.";
    }
}
