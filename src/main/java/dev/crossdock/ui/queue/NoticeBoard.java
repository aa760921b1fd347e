package dev.crossdock.ui.queue;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/// What the queue has to say above its lists, each thing once.
///
/// All methods are called on the JavaFX thread.
public final class NoticeBoard {

    private final ObservableList<Note> notes = FXCollections.observableArrayList();

    /// @param id the same for what takes the place of another
    /// @param alarming something does not work
    /// @param offer what the user can do about it
    /// @param closable whether the user can put it away
    record Note(
            String id, String words, boolean alarming, Optional<Offer> offer, boolean closable) {

        static Note of(String id, String words) {
            return new Note(id, words, false, Optional.empty(), true);
        }

        static Note alarm(String id, String words) {
            return new Note(id, words, true, Optional.empty(), true);
        }

        Note offering(Offer other) {
            return new Note(id, words, alarming, Optional.of(other), closable);
        }

        Note staying() {
            return new Note(id, words, alarming, offer, false);
        }
    }

    /// @param key of the words on the button
    record Offer(String key, Runnable action) {}

    ObservableList<Note> notes() {
        return notes;
    }

    void put(Note note) {
        for (int index = 0; index < notes.size(); index++) {
            if (notes.get(index).id().equals(note.id())) {
                notes.set(index, note);
                return;
            }
        }
        notes.add(note);
    }

    void remove(String id) {
        notes.removeIf(note -> note.id().equals(id));
    }

    /// Says what was found at the start.
    public void found(List<String> findings) {
        for (int index = 0; index < findings.size(); index++) {
            put(Note.of("queue-finding-" + index, findings.get(index)));
        }
    }

    /// Says why nothing starts, for as long as that is so.
    public void trouble(Optional<String> words) {
        String id = "queue-trouble";
        words.ifPresentOrElse(
                said -> {
                    if (notes.stream().noneMatch(note -> note.words().equals(said))) {
                        put(Note.alarm(id, said).staying());
                    }
                },
                () -> remove(id));
    }
}
