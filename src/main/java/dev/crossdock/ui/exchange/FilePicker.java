package dev.crossdock.ui.exchange;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// Has the user choose a file.
public interface FilePicker {

    /// @return empty if the user gave up
    Optional<Path> toRead(@Nullable Window owner);

    /// Asks too whether a file that is there may be replaced.
    ///
    /// @param name what it could be called
    /// @return empty if the user gave up
    Optional<Path> toWrite(@Nullable Window owner, String name);
}
