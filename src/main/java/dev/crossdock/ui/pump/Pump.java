package dev.crossdock.ui.pump;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

import java.util.List;

/// Lets view models pull what changed, ten times a second on the JavaFX thread.
public final class Pump {

    private static final Duration PERIOD = Duration.millis(100);

    private final Timeline timeline;

    public Pump(List<Runnable> pulls) {
        var all = List.copyOf(pulls);
        timeline = new Timeline(new KeyFrame(PERIOD, _ -> all.forEach(Runnable::run)));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    public void start() {
        timeline.play();
    }

    public void stop() {
        timeline.stop();
    }
}
