package dev.crossdock.ui.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Entry;
import dev.crossdock.model.SiteId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DroppedFilesTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void filesOfOneFolderAreOneSelectionOfThisComputer() throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[3]);
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Path below = Files.write(sub.resolve("b"), new byte[1]);

        List<Selection> all =
                DroppedFiles.selections(
                        List.of(
                                file.toFile(),
                                sub.toFile(),
                                below.toFile(),
                                folder.resolve("gone").toFile()),
                        PaneSide.LEFT);

        assertEquals(2, all.size());
        Selection first = all.getFirst();
        assertEquals(SiteId.LOCAL, first.site());
        assertEquals(LocalPaths.HERE.read(folder).orElseThrow(), first.folder());
        assertEquals(List.of("a", "sub"), first.entries().stream().map(Entry::name).toList());
        assertEquals(3, first.entries().getFirst().size().orElseThrow());
    }
}
