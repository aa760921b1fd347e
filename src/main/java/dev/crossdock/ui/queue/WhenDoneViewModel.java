package dev.crossdock.ui.queue;

import dev.crossdock.queue.Tally;
import dev.crossdock.site.TransferSettings.WhenDone;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Waits for the queue to be done, and does what the user wants then.
public final class WhenDoneViewModel {

    private static final Duration COUNTDOWN = Duration.ofSeconds(30);
    private static final String DONE = "queue-done";

    private final NoticeBoard notices;
    private final Clock clock;
    private final ObjectProperty<WhenDone> choice = new SimpleObjectProperty<>(WhenDone.NOTHING);
    private final ReadOnlyBooleanWrapper attention = new ReadOnlyBooleanWrapper();
    private Runnable quit = () -> {};
    private boolean worked;
    private @Nullable Instant leaving;

    public WhenDoneViewModel(NoticeBoard notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
        choice.subscribe(_ -> stop());
    }

    public ObjectProperty<WhenDone> choiceProperty() {
        return choice;
    }

    /// Whether the user should look at the window.
    public ReadOnlyBooleanProperty attentionProperty() {
        return attention.getReadOnlyProperty();
    }

    public void looked() {
        attention.set(false);
    }

    public void onQuit(Runnable action) {
        quit = action;
    }

    /// Takes the queue as it is now, again and again.
    public void take(Overview sum) {
        if (sum.isRunning()) {
            worked = true;
            stop();
        } else if (worked && sum.isDone()) {
            worked = false;
            done(sum.totals().now());
        }
        countDown();
    }

    private void done(Tally work) {
        switch (choice.get()) {
            case NOTHING -> {}
            case NOTIFY -> {
                attention.set(true);
                notices.put(NoticeBoard.Note.of(DONE, words(work)));
            }
            case QUIT -> leaving = clock.instant().plus(COUNTDOWN);
        }
    }

    private void countDown() {
        if (leaving == null) {
            return;
        }
        long left = Duration.between(clock.instant(), leaving).toSeconds();
        if (left <= 0) {
            leaving = null;
            quit.run();
            return;
        }
        String words = Strings.count("queue.done.quits", left);
        if (notices.notes().stream().noneMatch(note -> note.words().equals(words))) {
            notices.put(
                    NoticeBoard.Note.of(DONE, words)
                            .offering(new NoticeBoard.Offer("queue.done.stay", this::stop))
                            .staying());
        }
    }

    private void stop() {
        if (leaving != null) {
            leaving = null;
            notices.remove(DONE);
        }
    }

    private static String words(Tally work) {
        String files = Strings.count("queue.done.files", work.filesEnded());
        return work.filesFailed() == 0
                ? Strings.text("queue.done", files)
                : Strings.text("queue.done.failed", files, Amounts.number(work.filesFailed()));
    }
}
