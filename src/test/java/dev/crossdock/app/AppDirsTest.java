package dev.crossdock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class AppDirsTest {

    private static final Path GIVEN = Path.of("given").toAbsolutePath();
    private static final Path PORTABLE = Path.of("stick", "data").toAbsolutePath();

    @TempDir private Path folder = Path.of("");

    @Test
    void aHomeThatIsAskedForGoesBeforeAPortableProgram() {
        Map<String, String> environment = Map.of("CROSSDOCK_HOME", GIVEN.toString());

        assertEquals(
                AppDirs.in(GIVEN),
                AppDirs.find(Optional.of(GIVEN), Map.of(), "Linux", Optional.of(PORTABLE)));
        assertEquals(
                AppDirs.in(GIVEN),
                AppDirs.find(Optional.empty(), environment, "Linux", Optional.of(PORTABLE)));
    }

    @Test
    void aPortableProgramGoesBeforeTheFoldersOfTheUser() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", GIVEN.toString());

        assertEquals(
                AppDirs.in(PORTABLE),
                AppDirs.find(Optional.empty(), environment, "Linux", Optional.of(PORTABLE)));
        assertEquals(
                GIVEN.resolve("crossdock"),
                AppDirs.find(Optional.empty(), environment, "Linux", Optional.empty()).config());
    }

    @Test
    void aMarkerBesideTheProgramMakesItPortable() throws IOException {
        assertEquals(Optional.empty(), ProgramFolder.portableHome(folder));

        Files.createFile(folder.resolve("portable.ini"));

        assertEquals(Optional.of(folder.resolve("data")), ProgramFolder.portableHome(folder));
    }

    @Test
    void aFolderCalledAsTheMarkerIsNone() throws IOException {
        Files.createDirectory(folder.resolve("portable.ini"));

        assertEquals(Optional.empty(), ProgramFolder.portableHome(folder));
    }
}
