package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// All that is known of one job.
public final class JobDialog {

    private static final double WIDTH = 540;

    private JobDialog() {}

    /// @param alarming is shown in red
    public record Fact(String name, String value, boolean alarming) {}

    /// @param facts in the order to show them
    public static DialogFrame<Boolean> create(
            @Nullable Window owner, String name, List<Fact> facts) {
        var grid = new FactGrid();
        for (Fact fact : facts) {
            if (fact.alarming()) {
                grid.alarm(fact.name(), fact.value());
            } else {
                grid.fact(fact.name(), fact.value());
            }
        }
        return new DialogFrame<Boolean>(owner, "job-dialog", Icon.FILE, name, WIDTH)
                .content(grid)
                .answeringByDefault("job-dialog-ok", Strings.text("dialog.close"), () -> true);
    }
}
