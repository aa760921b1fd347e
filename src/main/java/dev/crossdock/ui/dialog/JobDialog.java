package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// All that is known of one job.
public final class JobDialog {

    private static final double WIDTH = 540;

    private JobDialog() {}

    /// @param facts by name, in the order to show them
    public static DialogFrame<Boolean> create(
            @Nullable Window owner, String name, Map<String, String> facts) {
        var grid = new FactGrid();
        facts.forEach(grid::fact);
        return new DialogFrame<Boolean>(owner, "job-dialog", Icon.FILE, name, WIDTH)
                .content(grid)
                .answeringByDefault("job-dialog-ok", Strings.text("dialog.close"), () -> true);
    }
}
