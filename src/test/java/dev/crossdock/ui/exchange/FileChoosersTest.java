package dev.crossdock.ui.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class FileChoosersTest {

    @TempDir private Path home;

    @Test
    void beginsWhereFileZillaKeepsItsSitesIfThatIsThere() throws Exception {
        assertEquals(Optional.empty(), FileChoosers.fileZilla(home, Map.of()));
        Path old = Files.createDirectory(home.resolve(".filezilla"));
        assertEquals(Optional.of(old), FileChoosers.fileZilla(home, Map.of("APPDATA", "")));
        Path usual = Files.createDirectories(home.resolve(".config/filezilla"));
        assertEquals(Optional.of(usual), FileChoosers.fileZilla(home, Map.of()));
        Path roaming = Files.createDirectories(home.resolve("roaming/FileZilla"));
        assertEquals(
                Optional.of(roaming),
                FileChoosers.fileZilla(
                        home, Map.of("APPDATA", home.resolve("roaming").toString())));
    }
}
