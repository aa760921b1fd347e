package dev.crossdock.bench;

import static dev.crossdock.bench.Figures.say;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/// Looks at the window of its own process from beside: when it is there, and how smooth it is.
final class WindowWatch {

    private static final Duration WHILE = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int TICKS_PER_SCROLL = 10;

    private final int jobs;

    WindowWatch(int jobs) {
        this.jobs = jobs;
    }

    void start() {
        Thread.ofPlatform().name("window-watch").daemon().start(this::watch);
    }

    private void watch() {
        try {
            awaitTrue(() -> window().isPresent());
            say("  window shown %.2f s after the start of the process", sinceStart());
            awaitTrue(() -> table().getItems().size() >= jobs && isDrawn());
            say("  takes input and has all rows after %.2f s", sinceStart());
            if (jobs > 0) {
                measure("  at rest, scrolled ten times a second");
                on(() -> {
                    letGo();
                    return true;
                });
                measure("  jobs ending all the time, scrolled ten times a second");
            }
            say("  heap: %d MB", heap() >> 20);
            on(() -> {
                window().ifPresent(Stage::close);
                return true;
            });
        } catch (InterruptedException | ExecutionException failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /// How late what is asked of the window's thread is done while the table is scrolled.
    private void measure(String what) throws InterruptedException, ExecutionException {
        var late = new ArrayList<Double>();
        var frames = new Frames();
        int before = on(() -> table().getItems().size());
        on(() -> {
            frames.start();
            return true;
        });
        long end = System.nanoTime() + WHILE.toNanos();
        for (int tick = 0; System.nanoTime() < end; tick++) {
            long asked = System.nanoTime();
            boolean scrolls = tick % TICKS_PER_SCROLL == 0;
            int at = (int) (tick * 7_919L % Math.max(1, before));
            on(() -> {
                late.add((System.nanoTime() - asked) / 1e6);
                if (scrolls) {
                    table().scrollTo(at);
                }
                return true;
            });
            LockSupport.parkNanos(TICK.toNanos());
        }
        int ended = before - on(() -> table().getItems().size());
        Collections.sort(late);
        say(
                "%s (%,d rows left the list): window's thread late by %.1f ms (middle), %.1f ms"
                        + " (99 of 100), %.1f ms (worst); %.0f frames a second",
                what,
                ended,
                part(late, 0.5),
                part(late, 0.99),
                part(late, 1),
                frames.count / (double) WHILE.toSeconds());
    }

    private static final class Frames extends AnimationTimer {

        private int count;

        @Override
        public void handle(long now) {
            count++;
        }
    }

    private static double part(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    private static Optional<Stage> window() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .findFirst();
    }

    private static Node find(String id) {
        return window().map(window -> window.getScene().lookup("#" + id)).orElseThrow();
    }

    private static TableView<?> table() {
        return (TableView<?>) find("queue-table");
    }

    private boolean isDrawn() {
        return jobs == 0 || !table().lookupAll(".table-row-cell:filled").isEmpty();
    }

    private static void letGo() {
        ((MenuButton) find("queue-hold"))
                .getItems().stream()
                        .filter(item -> "queue-go-on".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire();
    }

    private static double sinceStart() {
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        return (System.currentTimeMillis() - start) / 1e3;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void awaitTrue(Callable<Boolean> condition)
            throws InterruptedException, ExecutionException {
        while (!on(condition)) {
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    /// Does something on the window's thread; before there is one, what is not there is not found.
    private static <T> T on(Callable<T> work) throws InterruptedException, ExecutionException {
        var done = new CompletableFuture<T>();
        while (true) {
            try {
                Platform.runLater(() -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception failed) {
                        done.completeExceptionally(failed);
                    }
                });
                return done.get();
            } catch (IllegalStateException noToolkitYet) {
                LockSupport.parkNanos(TICK.toNanos());
            }
        }
    }
}
