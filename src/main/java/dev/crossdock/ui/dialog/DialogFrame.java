package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Modality;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A dialog of the house: icon, title, wrapping text, buttons, an answer by callback.
///
/// @param <R> the answer; none when the user closes it
public final class DialogFrame<R> {

    private final Dialog<R> dialog = new Dialog<>();
    private final Map<ButtonType, Supplier<R>> answers = new HashMap<>();
    private final Column column;
    private @Nullable Node firstFocus;
    private @Nullable Button defaultButton;

    public DialogFrame(@Nullable Window owner, String id, Icon icon, String title) {
        this(owner, id, icon, title, Column.USUAL_WIDTH);
    }

    public DialogFrame(@Nullable Window owner, String id, Icon icon, String title, double width) {
        this(owner, id, icon.node("dialog-icon"), title, width);
    }

    /// @param picture what stands beside the text
    public DialogFrame(
            @Nullable Window owner, String id, Node picture, String title, double width) {
        column = new Column(width, Labels.title(title));
        var head = new HBox(picture, column);
        head.getStyleClass().add("dialog-body");
        HBox.setHgrow(column, Priority.ALWAYS);
        dialog.setTitle(title);
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.getDialogPane().setContent(head);
        dialog.getDialogPane().setId(id);
        dialog.getDialogPane().getStyleClass().add("crossdock-dialog");
        dialog.setResultConverter(this::answerOf);
    }

    /// Puts nodes under the title.
    public DialogFrame<R> content(Node... nodes) {
        column.getChildren().addAll(nodes);
        return this;
    }

    /// A button that closes without an answer, as Esc does.
    public DialogFrame<R> closing(String id, String words) {
        add(new ButtonType(words, ButtonData.CANCEL_CLOSE), id);
        return this;
    }

    /// A button for Esc too that gives an answer.
    DialogFrame<R> closing(String id, String words, Supplier<R> answer) {
        add(id, words, ButtonData.CANCEL_CLOSE, answer);
        return this;
    }

    /// A button that gives an answer.
    public DialogFrame<R> answering(String id, String words, Supplier<R> answer) {
        add(id, words, ButtonData.OTHER, answer);
        return this;
    }

    /// The button that Enter presses.
    public DialogFrame<R> answeringByDefault(String id, String words, Supplier<R> answer) {
        defaultButton = add(id, words, ButtonData.OK_DONE, answer);
        return this;
    }

    /// Makes Enter press the closing button, for questions where yes can do harm.
    public DialogFrame<R> closingIsDefault() {
        for (ButtonType type : dialog.getDialogPane().getButtonTypes()) {
            boolean closes = type.getButtonData() == ButtonData.CANCEL_CLOSE;
            Button button = button(type);
            button.setDefaultButton(closes);
            if (closes) {
                defaultButton = button;
            }
        }
        return this;
    }

    /// Enables the default button only while the value is true.
    public DialogFrame<R> when(ObservableBooleanValue allowed) {
        if (defaultButton != null) {
            defaultButton.disableProperty().bind(Bindings.not(allowed));
        }
        return this;
    }

    /// Enables the button with this id only while the value is true.
    public DialogFrame<R> when(String id, ObservableBooleanValue allowed) {
        named(id).forEach(button -> button.disableProperty().bind(Bindings.not(allowed)));
        return this;
    }

    /// Gives the button with this id words that change.
    public DialogFrame<R> naming(String id, ObservableValue<String> words) {
        named(id).forEach(button -> button.textProperty().bind(words));
        return this;
    }

    /// Marks the button with this id as one that destroys or reveals something.
    public DialogFrame<R> dangerous(String id) {
        named(id).forEach(button -> button.getStyleClass().add("danger"));
        return this;
    }

    /// Where the cursor is at first.
    public DialogFrame<R> focus(Node node) {
        firstFocus = node;
        return this;
    }

    /// Shows the dialog and returns at once.
    ///
    /// @param answered gets the answer, if there is one
    /// @param dismissed runs if there is none
    public void show(Consumer<R> answered, Runnable dismissed) {
        Node focus = firstFocus != null ? firstFocus : defaultButton;
        if (focus != null) {
            dialog.setOnShown(_ -> focus.requestFocus());
        }
        dialog.setOnHidden(_ -> {
            R result = dialog.getResult();
            if (result == null) {
                dismissed.run();
            } else {
                answered.accept(result);
            }
        });
        dialog.show();
    }

    public void show(Consumer<R> answered) {
        show(answered, () -> {});
    }

    void close() {
        dialog.close();
    }

    List<Button> buttons() {
        return dialog.getDialogPane().getButtonTypes().stream().map(this::button).toList();
    }

    private Button add(String id, String words, ButtonData data, Supplier<R> answer) {
        var type = new ButtonType(words, data);
        answers.put(type, answer);
        return add(type, id);
    }

    private Button add(ButtonType type, String id) {
        dialog.getDialogPane().getButtonTypes().add(type);
        Button button = button(type);
        button.setId(id);
        return button;
    }

    private Stream<Button> named(String id) {
        return buttons().stream().filter(button -> id.equals(button.getId()));
    }

    private Button button(ButtonType type) {
        return (Button) dialog.getDialogPane().lookupButton(type);
    }

    private @Nullable R answerOf(@Nullable ButtonType pressed) {
        Supplier<R> answer = answers.get(pressed);
        return answer == null ? null : answer.get();
    }
}
