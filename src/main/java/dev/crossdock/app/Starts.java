package dev.crossdock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.cli.QueueGate;
import dev.crossdock.cli.Streams;
import dev.crossdock.cli.UsageException;
import dev.crossdock.cli.Windows;
import dev.crossdock.demo.DemoServer;
import dev.crossdock.demo.DemoWorld;
import dev.crossdock.model.FailureException;
import dev.crossdock.queue.JobFile;
import dev.crossdock.site.ServerLink;

import javafx.application.Application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Starts what is not a command: the window, and the demo servers.
final class Starts implements Windows {

    /// Asks the running Crossdock to come to the front.
    static final String SHOW_WINDOW = "window";

    /// The argument of [#SHOW_WINDOW] that fills a form.
    static final String LINK = "link";

    private static final int DONE = 0;
    private static final int NOT_STARTED = 3;

    private final Streams streams;
    private final Function<Optional<Path>, AppDirs> dirs;

    /// @param dirs from what `--home` says
    Starts(Streams streams, Function<Optional<Path>, AppDirs> dirs) {
        this.streams = streams;
        this.dirs = dirs;
    }

    /// One window for each data folder: a second start brings the first to the front.
    @Override
    public int window(Optional<Path> home, Optional<ServerLink> link) {
        try {
            Optional<QueueGate> running = Gateway.find(dirs.apply(home).data());
            if (running.isEmpty()) {
                return open(home, Optional.empty(), link);
            }
            try (QueueGate gate = running.get()) {
                gate.ask(SHOW_WINDOW, asked(link));
                return DONE;
            }
        } catch (UsageException noWindow) {
            streams.err().println("crossdock: " + noWindow.words());
        } catch (FailureException failed) {
            streams.err().println("crossdock: " + failed.failure().words());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        return NOT_STARTED;
    }

    @Override
    public int demo(Optional<Path> home, boolean serve, boolean singleAddress) {
        var options = new DemoWorld.Options(singleAddress);
        return serve ? serve(options) : open(home, Optional.of(options), Optional.empty());
    }

    private static int open(
            Optional<Path> home, Optional<DemoWorld.Options> demo, Optional<ServerLink> link) {
        // While JavaFX starts.
        Thread.ofPlatform().daemon().name("warm-up").start(JobFile::warmUp);
        Application.launch(CrossdockApp.class, CrossdockApp.parameters(home, demo, link));
        return DONE;
    }

    private static ObjectNode asked(Optional<ServerLink> link) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        link.ifPresent(given -> arguments.set(LINK, LinkJson.write(given)));
        return arguments;
    }

    /// Serves until the process is told to end.
    private int serve(DemoWorld.Options options) {
        var end = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var world = DemoWorld.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(end, over), "demo-end"));
            world.servers().forEach(this::announce);
            streams.out().flush();
            end.await();
            return DONE;
        } catch (IOException failed) {
            streams.err().println("crossdock: " + failed.getMessage());
            return NOT_STARTED;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return NOT_STARTED;
        } finally {
            over.countDown();
        }
    }

    private void announce(DemoServer server) {
        streams.out()
                .printf(
                        "%s ftpes://%s@%s:%d/ password %s, certificate SHA-256 %s%s%n",
                        server.name(),
                        server.user(),
                        server.address().getHostAddress(),
                        server.port(),
                        new String(server.password()),
                        server.certificateSha256(),
                        server.proxy() ? ", +proxy" : "");
    }

    private static void leave(CountDownLatch end, CountDownLatch over) {
        end.countDown();
        try {
            over.await();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
