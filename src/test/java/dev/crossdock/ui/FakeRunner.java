package dev.crossdock.ui;

import dev.crossdock.model.Controls;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.JobRunner;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Pretends to carry jobs out, slowly enough to look at. What a file's name says happens to it.
final class FakeRunner implements JobRunner {

    private static final Route ROUTE = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);

    @Override
    public Outcome run(JobSpec spec, JobContext context) throws InterruptedException {
        String name = spec.sourcePath().name();
        if (spec.kind() == JobSpec.Kind.FOLDER) {
            context.children()
                    .add(
                            List.of(
                                    JobSpec.file(
                                            spec.source(),
                                            spec.sourcePath().child("inside.bin"),
                                            spec.target(),
                                            spec.targetPath().child("inside.bin"),
                                            OptionalLong.of(3_000_000),
                                            spec.policy())));
            return new Outcome.Expanded(1, 0, 0, "");
        }
        boolean clear = name.contains("clear");
        Route route = clear ? Route.clear(Side.TARGET) : ROUTE;
        context.meter().route(route);
        if (name.contains("fail")) {
            return new Outcome.Failed(failure());
        }
        if (name.contains("skip")) {
            return new Outcome.Skipped("it is already there");
        }
        long size = spec.size().orElse(1_000_000);
        long sent = 0;
        long step = Math.max(1, size / 100);
        while (sent < size && !context.cancel().isCancelled()) {
            TimeUnit.MILLISECONDS.sleep(name.contains("tiny") ? 1 : 100);
            sent = Math.min(size, sent + step);
            if (!name.contains("unknown")) {
                context.meter().observe(sent, Clock.systemUTC().instant());
            }
        }
        if (context.cancel().isCancelled()) {
            return new Outcome.Cancelled("beta may still be writing");
        }
        return new Outcome.Done(
                size,
                Duration.ofMillis(1200),
                route,
                clear ? Protection.CLEAR : Protection.TLS,
                Verification.SIZE,
                spec.targetPath(),
                new Controls(
                        "TLSv1.3, TLS_AES_256_GCM_SHA384",
                        clear ? "" : "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
                clear ? "+proxy with beta as TLS client: beta ended the connection." : "");
    }

    static Failure failure() {
        return new Failure(
                Failure.Kind.REFUSED,
                "beta",
                "beta refused STOR /in/fail.bin (553).",
                Failure.Remedy.ASK_USER,
                "Check whether this user may write to that folder, then retry.",
                """
                alpha: 227 Entering Passive Mode (127,0,0,2,156,64)
                beta: 200 PORT command successful
                beta: 553 Could not create file.
                """);
    }
}
