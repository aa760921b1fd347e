package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.store.JsonList;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings for transfers, in a file that several running Crossdocks may share.
public final class Settings {

    private final JsonList<TransferSettings.Part> parts;

    public Settings(Path file) {
        parts = new JsonList<>(file, new SettingsShape(), InstantSource.system());
    }

    public TransferSettings current() {
        return TransferSettings.of(parts.all());
    }

    /// @param edit may be applied twice
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void change(UnaryOperator<TransferSettings> edit) throws FailureException {
        parts.change(before -> edit.apply(TransferSettings.of(before)).changed());
    }

    /// What the user should know about the file: it was damaged, or something in it was.
    public Optional<String> notice() {
        return parts.notice();
    }
}
