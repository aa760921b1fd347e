package dev.crossdock.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

class OwnFolderTest {

    private Path folder = Path.of("");

    @BeforeEach
    void place(@TempDir Path temporary) {
        InstanceLockTest.assumePosix(temporary);
        folder = temporary.resolve("own");
    }

    @Test
    void isMadeForTheOwnerAlone() throws IOException {
        OwnFolder.create(folder);
        assertEquals("rwx------", InstanceLockTest.rights(folder));
        assertEquals(Optional.empty(), OwnFolder.doubt(folder));
    }

    @Test
    void anOpenOneOfTheUserIsClosedBeforeUse() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
        assertEquals(Optional.of(folder + " is open to other users"), OwnFolder.doubt(folder));
        OwnFolder.create(folder);
        assertEquals("rwx------", InstanceLockTest.rights(folder));
    }

    @Test
    void aLinkIsRefusedAndWhereItLeadsStaysAsItIs() throws IOException {
        Path target = Files.createDirectory(folder.resolveSibling("target"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        var _ = InstanceLockTest.link(folder, target);
        var refused = assertThrows(IOException.class, () -> OwnFolder.create(folder));
        assertEquals(folder + " is not a folder", refused.getMessage());
        assertEquals("rwxr-xr-x", InstanceLockTest.rights(target));
    }

    @Test
    void oneOfSomebodyElseIsRefusedAndStaysAsItIs() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        giveAway(folder);
        var refused = assertThrows(IOException.class, () -> OwnFolder.create(folder));
        assertEquals(folder + " belongs to nobody", refused.getMessage());
        assertEquals("rwxrwxrwx", InstanceLockTest.rights(folder));
    }

    /// Which only the system's administrator can do.
    static void giveAway(Path folder) throws IOException {
        try {
            var users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName("nobody"));
        } catch (IOException notAllowed) {
            assumeTrue(false, "needs the rights of an administrator");
        }
    }
}
