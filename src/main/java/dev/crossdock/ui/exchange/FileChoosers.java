package dev.crossdock.ui.exchange;

import dev.crossdock.ui.control.Strings;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The desktop's own windows for choosing a file.
public final class FileChoosers implements FilePicker {

    private Optional<Path> folder = Optional.empty();

    @Override
    public Optional<Path> toRead(@Nullable Window owner) {
        FileChooser chooser = chooser("exchange.chooser.read");
        folder.or(() -> fileZilla(Path.of(System.getProperty("user.home")), System.getenv()))
                .ifPresent(start -> chooser.setInitialDirectory(start.toFile()));
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> toWrite(@Nullable Window owner, String name) {
        FileChooser chooser = chooser("exchange.chooser.write");
        chooser.setInitialFileName(name);
        return remembered(chooser.showSaveDialog(owner));
    }

    /// Where FileZilla keeps its sites, if that is there.
    static Optional<Path> fileZilla(Path home, Map<String, String> environment) {
        Optional<Path> roaming =
                Optional.ofNullable(environment.get("APPDATA"))
                        .filter(path -> !path.isBlank())
                        .map(path -> Path.of(path, "FileZilla"));
        return Stream.concat(
                        roaming.stream(),
                        Stream.of(
                                home.resolve(".config").resolve("filezilla"),
                                home.resolve(".filezilla")))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private Optional<Path> remembered(@Nullable File file) {
        Optional<Path> chosen = Optional.ofNullable(file).map(File::toPath);
        chosen.map(Path::getParent)
                .filter(Files::isDirectory)
                .ifPresent(in -> folder = Optional.of(in));
        return chosen;
    }

    private static FileChooser chooser(String key) {
        var chooser = new FileChooser();
        chooser.setTitle(Strings.text(key));
        return chooser;
    }
}
