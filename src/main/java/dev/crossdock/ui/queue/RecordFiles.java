package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.RecordExport;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/// Writes the record, or some of it, into a file of the user's, and tells how far that is.
public final class RecordFiles {

    private static final String NOTE = "queue-export";

    private final QueueService queue;
    private final NoticeBoard notices;
    private final Function<SiteId, String> siteName;
    private final Executor aside;
    private final Executor front;
    private boolean writing;

    /// @param siteName asked in the background
    public RecordFiles(
            QueueService queue,
            NoticeBoard notices,
            Function<SiteId, String> siteName,
            QueueThreads threads) {
        this.queue = queue;
        this.notices = notices;
        this.siteName = siteName;
        this.aside = threads.aside();
        this.front = threads.front();
    }

    private interface Source {
        boolean writeTo(RecordExport export, LongPredicate goOn) throws IOException;
    }

    void all(Path file, RecordExport.Format format) {
        write(file, format, (export, goOn) -> export.addAll(queue, goOn));
    }

    void some(Pick pick, Path file, RecordExport.Format format) {
        Supplier<List<JobId>> ids = pick::ids;
        write(file, format, (export, goOn) -> export.addAll(queue, ids.get(), goOn));
    }

    private void write(Path file, RecordExport.Format format, Source source) {
        if (writing) {
            return;
        }
        writing = true;
        var stopped = new AtomicBoolean();
        tell(0, stopped);
        aside.execute(() -> {
            Optional<String> words;
            try {
                words = export(file, format, source, stopped);
            } catch (IOException | UncheckedIOException failed) {
                words = Optional.of(refusal(file, failed));
                front.execute(() -> end(NoticeBoard.Note.alarm(NOTE, refusal(file, failed))));
                return;
            }
            String said = words.orElse(Strings.text("queue.export.stopped"));
            front.execute(() -> end(NoticeBoard.Note.of(NOTE, said)));
        });
    }

    /// What is not written to its end is not left behind.
    private Optional<String> export(
            Path file, RecordExport.Format format, Source source, AtomicBoolean stopped)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long[] count = {0};
        boolean whole;
        try {
            try (var export = new RecordExport(format, Files.newBufferedWriter(part), siteName)) {
                whole =
                        source.writeTo(
                                export,
                                written -> {
                                    count[0] = written;
                                    front.execute(() -> tell(written, stopped));
                                    return !stopped.get();
                                });
            }
            if (whole) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
        return whole
                ? Optional.of(Strings.text("queue.export.done", Amounts.number(count[0]), file))
                : Optional.empty();
    }

    private void tell(long written, AtomicBoolean stopped) {
        if (writing) {
            notices.put(
                    NoticeBoard.Note.of(
                                    NOTE,
                                    Strings.text("queue.export.busy", Amounts.number(written)))
                            .offering(
                                    new NoticeBoard.Offer("dialog.cancel", () -> stopped.set(true)))
                            .staying());
        }
    }

    private void end(NoticeBoard.Note note) {
        writing = false;
        notices.put(note);
    }

    private static String refusal(Path file, Exception failed) {
        String reason = failed.getMessage() == null ? failed.toString() : failed.getMessage();
        return Strings.text("queue.export.failed", file, reason);
    }
}
