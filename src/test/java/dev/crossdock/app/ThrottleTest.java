package dev.crossdock.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.demo.DemoWorld;
import dev.crossdock.model.ByteRate;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Progress;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.TrustMode;
import dev.crossdock.testing.Nobody;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What the window sets as a limit holds for what is on its way.
class ThrottleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SIZE = 300_000;

    @TempDir private Path folder = Path.of("");

    @Test
    void aLimitHoldsBackARunningUploadUntilItIsLifted() throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[SIZE]);
        try (var world = DemoWorld.start(DemoWorld.Options.USUAL);
                var wiring = wiring()) {
            Server beta = new DemoHome(wiring).beta(world);
            wiring.forWindow(_ -> {}, folder).throttle().limit(Optional.of(new ByteRate(1)));

            wiring.queue().add(List.of(upload(file, beta)));

            await().atMost(PATIENCE).until(() -> counted(wiring) > 0);
            assertEquals(JobState.RUNNING, job(wiring).orElseThrow().state());
            assertTrue(counted(wiring) < 100, "passed: " + counted(wiring));

            wiring.forWindow(_ -> {}, folder).throttle().limit(Optional.empty());
            await().atMost(PATIENCE).until(() -> job(wiring).orElseThrow().state().isEnd());
            assertEquals(JobState.DONE, job(wiring).orElseThrow().state());
            assertEquals(SIZE, Files.size(world.beta().root().resolve("a.bin")));
        }
    }

    private static JobSpec upload(Path file, Server target) {
        return JobSpec.file(
                SiteId.LOCAL,
                RemotePath.of(file.toString()),
                target.id(),
                RemotePath.of("/a.bin"),
                OptionalLong.of(SIZE),
                TransferPolicy.secure(ExistsRule.FAIL));
    }

    private static long counted(Wiring wiring) {
        return job(wiring)
                .map(JobView::progress)
                .filter(Progress.Counted.class::isInstance)
                .map(Progress.Counted.class::cast)
                .map(Progress.Counted::bytes)
                .orElse(0L);
    }

    private static Optional<JobView> job(Wiring wiring) {
        QueueChanges all = wiring.queue().changesSince(0);
        return Stream.concat(all.running().stream(), all.changed().stream()).findFirst();
    }

    private Wiring wiring() throws FailureException {
        var nobody = new Nobody();
        return new Wiring(
                AppDirs.in(folder.resolve("home")),
                new Passwords(),
                TrustMode.KNOWN,
                nobody,
                nobody,
                Wiring.PLANNER,
                OptionalInt.of(2),
                0,
                QueueUse.TEMPORARY);
    }
}
