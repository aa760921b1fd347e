package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import javafx.util.converter.LocalDateStringConverter;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Asks for a time in the future.
public final class TimeDialog {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("H:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);

    private TimeDialog() {}

    /// @param clock with the zone in which the user thinks
    public static DialogFrame<Instant> create(
            @Nullable Window owner, String title, String text, Clock clock) {
        LocalDateTime proposal =
                LocalDateTime.now(clock).plusHours(1).truncatedTo(ChronoUnit.HOURS);
        var day = new DatePicker(proposal.toLocalDate());
        day.setId("time-day");
        day.setConverter(
                new LocalDateStringConverter(
                        DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        day.setEditable(false);
        day.setAccessibleText(Strings.text("dialog.time.day"));
        var time = new TextField(SHOWN.format(proposal));
        time.setId("time-time");
        time.setPrefColumnCount(6);
        time.setAccessibleText(Strings.text("dialog.time.time"));
        var row =
                new HBox(
                        new Label(Strings.text("dialog.time.day")),
                        day,
                        new Label(Strings.text("dialog.time.time")),
                        time);
        row.getStyleClass().add("form-row");
        var note = Labels.note(Strings.text("dialog.time.note"));
        var valid =
                Bindings.createBooleanBinding(
                        () -> read(day.getValue(), time.getText(), clock).isPresent(),
                        day.valueProperty(),
                        time.textProperty());
        return new DialogFrame<Instant>(owner, "time-dialog", Icon.LATER, title)
                .content(Labels.muted(text), row, note)
                .closing("time-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "time-ok",
                        Strings.text("dialog.time.ok"),
                        () -> read(day.getValue(), time.getText(), clock).orElseThrow())
                .when(valid)
                .focus(time);
    }

    /// The moment that was meant; empty if that is none, or has passed.
    static Optional<Instant> read(@Nullable LocalDate day, String time, Clock clock) {
        if (day == null) {
            return Optional.empty();
        }
        try {
            Instant when =
                    day.atTime(LocalTime.parse(time.strip(), READ))
                            .atZone(clock.getZone())
                            .toInstant();
            return Optional.of(when).filter(each -> each.isAfter(clock.instant()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
