package dev.crossdock.ui.pane;

import dev.crossdock.local.LocalFiles;
import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files that were dragged here from another program, as selections of this computer.
final class DroppedFiles {

    private DroppedFiles() {}

    /// One selection for each folder they lie in; what has vanished meanwhile is left out.
    ///
    /// @param on the pane they were dropped on
    static List<Selection> selections(List<File> files, PaneSide on) {
        Map<RemotePath, List<Entry>> byFolder = new LinkedHashMap<>();
        for (File file : files) {
            LocalPaths.HERE
                    .read(file.toPath())
                    .ifPresent(path ->
                            LocalFiles.entry(file.toPath())
                                    .ifPresent(entry ->
                                            byFolder.computeIfAbsent(
                                                            path.parent(), _ -> new ArrayList<>())
                                                    .add(entry)));
        }
        return byFolder.entrySet().stream()
                .map(each ->
                        new Selection(on.other(), SiteId.LOCAL, each.getKey(), each.getValue()))
                .toList();
    }
}
