package dev.crossdock.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The things in one file, read again whenever the file was changed, by this program or another.
///
/// Its monitor is held while the disk works: a change is read, edit and write in one piece.
public final class JsonList<T> {

    private static final int COMPLAINTS_SHOWN = 5;

    private final Shape<T> shape;
    private final JsonFormat format;
    private final JsonFile file;
    private final Set<String> notices = new LinkedHashSet<>();
    private Entries<T> entries = Entries.none();
    private @Nullable FileStamp seen;

    public JsonList(Path path, Shape<T> shape, InstantSource clock) {
        this.shape = shape;
        this.format = new JsonFormat(shape.version(), shape.list());
        this.file = new JsonFile(path, format, clock);
    }

    public synchronized List<T> all() {
        refresh();
        return entries.things();
    }

    /// What was wrong with the file, in words for the user.
    public synchronized Optional<String> notice() {
        refresh();
        return notices.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", notices));
    }

    /// Makes the change durable; if the disk refuses, it holds until the program ends.
    ///
    /// @param edit may be applied twice
    public synchronized void change(UnaryOperator<List<T>> edit) throws FailureException {
        try {
            seen =
                    file.alone(() -> {
                        load();
                        write(edit.apply(entries.things()));
                        return file.stamp();
                    });
        } catch (IOException e) {
            entries = entries.with(edit.apply(entries.things()));
            seen = file.stamp();
            throw new FailureException(notWritten(e), e);
        }
    }

    private void refresh() {
        FileStamp now = file.stamp();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        if (take(file.read()) instanceof Content.Bad(String why)) {
            try {
                // Looked at again alone: another Crossdock may just have put it right.
                seen =
                        file.alone(() -> {
                            load();
                            return file.stamp();
                        });
            } catch (IOException e) {
                notices.add(
                        "%s could not be used: %s. It could not be set aside either (%s), so nothing is saved."
                                .formatted(file.path(), why, DiskReason.of(e)));
            }
        }
    }

    /// Reads the file, within [JsonFile#alone]; one that cannot be used is set aside.
    private void load() throws IOException {
        if (take(file.read()) instanceof Content.Bad(String why)) {
            Path aside = file.setAside();
            Content backup = file.readBackup();
            take(backup);
            notices.add(
                    "%s could not be used: %s. It was set aside as %s; %s."
                            .formatted(file.path(), why, aside.getFileName(), instead(backup)));
            if (backup instanceof Content.Good(ObjectNode root)) {
                file.replace(root);
            }
        }
    }

    private Content take(Content content) {
        entries =
                switch (content) {
                    case Content.Good(ObjectNode root) -> Entries.read(shape, root);
                    case Content.Absent _, Content.Bad _ -> Entries.none();
                };
        if (!entries.complaints().isEmpty()) {
            notices.add(complaint(entries.complaints()));
        }
        return content;
    }

    private void write(List<T> next) throws IOException {
        if (!next.equals(entries.things())) {
            file.replace(entries.with(next).write(shape, format.root()));
            entries = entries.with(next);
        }
    }

    private String instead(Content backup) {
        return backup instanceof Content.Good
                ? "the backup from before the last change is used instead"
                : "Crossdock begins without " + shape.words();
    }

    private String complaint(List<String> complaints) {
        int more = complaints.size() - COMPLAINTS_SHOWN;
        String shown = String.join(" ", complaints.stream().limit(COMPLAINTS_SHOWN).toList());
        return "Some of the %s in %s could not be used and are kept aside in that file. %s%s"
                .formatted(
                        shape.words(), file.path(), shown, more > 0 ? " … " + more + " more." : "");
    }

    private Failure notWritten(IOException e) {
        return Failure.of(
                Failure.Kind.LOCAL_DISK,
                "",
                "The %s could not be written to %s: %s."
                        .formatted(shape.words(), file.path(), DiskReason.of(e)),
                Failure.Remedy.ASK_USER,
                "The change holds until Crossdock ends; check the disk and the permissions, then"
                        + " save again.");
    }
}
