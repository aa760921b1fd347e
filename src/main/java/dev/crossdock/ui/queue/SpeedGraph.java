package dev.crossdock.ui.queue;

import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

import java.util.List;

/// The speed of the last five minutes as a small picture.
final class SpeedGraph extends Pane {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 22;

    private final SpeedHistory history;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    /// Never seen: they have the colours of the style sheet.
    private final Rectangle line = swatch("speed-graph-line");

    private final Rectangle area = swatch("speed-graph-area");
    private long drawn;

    SpeedGraph(SpeedHistory history) {
        this.history = history;
        setId("queue-speed-graph");
        getStyleClass().add("speed-graph");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(canvas, line, area);
        line.fillProperty().subscribe(_ -> draw());
        area.fillProperty().subscribe(_ -> draw());
    }

    /// Draws what came since, at most once a second.
    void update() {
        List<SpeedHistory.Point> points = history.points();
        if (!points.isEmpty() && points.getLast().second() != drawn) {
            drawn = points.getLast().second();
            draw();
            String words =
                    Strings.text(
                            "queue.graph",
                            Amounts.speed(history.mean()),
                            Amounts.speed(history.highest()));
            Tip.of(this).say(words);
            setAccessibleText(words);
        }
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        List<SpeedHistory.Point> points = history.points();
        double highest = history.highest();
        if (points.isEmpty() || highest < 1) {
            return;
        }
        long last = points.getLast().second();
        double step = WIDTH / SpeedHistory.SPAN.toSeconds();
        double[] xs = new double[points.size() + 2];
        double[] ys = new double[points.size() + 2];
        for (int index = 0; index < points.size(); index++) {
            SpeedHistory.Point point = points.get(index);
            xs[index] = WIDTH - (last - point.second()) * step;
            ys[index] = HEIGHT - 1 - point.speed() / highest * (HEIGHT - 3);
        }
        int count = points.size();
        xs[count] = xs[count - 1];
        ys[count] = HEIGHT;
        xs[count + 1] = xs[0];
        ys[count + 1] = HEIGHT;
        pen.setFill(area.getFill());
        pen.fillPolygon(xs, ys, count + 2);
        pen.setStroke(line.getFill());
        pen.setLineWidth(1.5);
        pen.strokePolyline(xs, ys, count);
    }

    private static Rectangle swatch(String style) {
        var swatch = new Rectangle();
        swatch.getStyleClass().add(style);
        swatch.setVisible(false);
        swatch.setManaged(false);
        return swatch;
    }
}
