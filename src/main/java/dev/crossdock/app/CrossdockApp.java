package dev.crossdock.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.cli.QueueDesk;
import dev.crossdock.demo.DemoWorld;
import dev.crossdock.fxp.Planner;
import dev.crossdock.instance.InstanceException;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.queue.JobFile;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerLink;
import dev.crossdock.site.TrustMode;
import dev.crossdock.ui.dialog.FailureDialog;
import dev.crossdock.ui.dialog.WindowPrompts;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.pump.FxThread;
import dev.crossdock.ui.shell.Shell;
import dev.crossdock.ui.shell.StartFailure;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/// The program with a window.
///
/// Parameters: `--home=DIR`; `--demo` for the demo servers, or `--demo-single-address` where all of
/// 127.0.0.0/8 but 127.0.0.1 is missing.
public final class CrossdockApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(CrossdockApp.class);
    private static final String DEMO = "--demo";
    private static final String DEMO_SINGLE = "--demo-single-address";

    /// The system property that closes the window when it has been drawn. A package is made with
    /// such a start: Java keeps the classes that it needed, and only those, since each costs time
    /// later.
    private static final String REHEARSE = "crossdock.rehearse";

    private static final javafx.util.Duration REHEARSAL = javafx.util.Duration.seconds(3);

    private static final int MOST_ATTEMPTS = 50;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    private final Deque<Closing> closings = new ArrayDeque<>();
    private final Thread ifKilled = new Thread(this::closeAll, "close-all");
    private final Passwords passwords = new Passwords();
    private final WindowPrompts prompts =
            new WindowPrompts(() -> this.stage, new FxThread(), ZoneId.systemDefault());
    private @Nullable DemoWorld world;
    private @Nullable Stage stage;
    private @Nullable AppDirs dirs;
    private @Nullable Wiring core;
    private @Nullable Shell shell;
    private @Nullable Failure refusal;

    private interface Closing {
        void run() throws IOException;
    }

    /// The arguments for [Application#launch].
    static String[] parameters(
            Optional<Path> home, Optional<DemoWorld.Options> demo, Optional<ServerLink> link) {
        var parameters = new ArrayList<String>();
        home.ifPresent(folder -> parameters.add("--home=" + folder));
        demo.ifPresent(options -> parameters.add(options.singleAddress() ? DEMO_SINGLE : DEMO));
        link.ifPresent(given -> parameters.add("--link=" + LinkJson.write(given)));
        return parameters.toArray(String[]::new);
    }

    @Override
    public void init() throws IOException {
        Runtime.getRuntime().addShutdownHook(ifKilled);
        if (isDemo()) {
            DemoWorld demo = DemoWorld.start(new DemoWorld.Options(isOnOneAddress()));
            world = demo;
            closing(demo::close);
        }
        AppDirs found = dirs();
        dirs = found;
        closing(Logging.alsoInto(found.state())::close);
        try {
            Wiring wiring = open(found);
            core = wiring;
            closing(wiring::close);
        } catch (FailureException failed) {
            refusal = failed.failure();
        }
    }

    @Override
    public void start(Stage primary) throws FailureException {
        stage = primary;
        icons(primary);
        Failure failure = refusal;
        if (failure == null) {
            show(primary, Objects.requireNonNull(dirs), Objects.requireNonNull(core));
        } else {
            StartFailure.show(primary, failure, Platform::exit);
        }
    }

    /// Waits while a command has the queue for a moment.
    private Wiring open(AppDirs found) throws FailureException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Wiring(
                        found,
                        passwords,
                        TrustMode.ASK,
                        prompts,
                        prompts,
                        new Planner(!isOnOneAddress()),
                        OptionalInt.empty(),
                        0,
                        QueueUse.KEPT);
            } catch (FailureException failed) {
                boolean isInUse = failed.getCause() instanceof JobFile.InUseException;
                if (!isInUse || attempt == MOST_ATTEMPTS) {
                    throw failed;
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

    private void show(Stage primary, AppDirs dirs, Wiring wiring) throws FailureException {
        var desk = new QueueDesk(wiring.queue(), wiring.servers());
        wiring.serve((command, arguments) -> {
            if (command.equals(Starts.SHOW_WINDOW)) {
                Optional<ServerLink> link = link(arguments);
                Platform.runLater(() -> comeToFront(link));
                return NullNode.instance;
            }
            return Gateway.answer(desk, command, arguments);
        });
        Shell shown = new Shell(wiring.forWindow(this::openPage, dirs.window()));
        shown.show(primary);
        shell = shown;
        ownLink().ifPresent(shown::openLink);
        new OpenedLinks(
                        link -> Platform.runLater(() -> comeToFront(Optional.of(link))),
                        words -> Platform.runLater(() -> refuse(words)))
                .listenOn(System.getProperty("os.name", ""));
        wiring.queue().begin();
        if (Boolean.getBoolean(REHEARSE)) {
            var end = new PauseTransition(REHEARSAL);
            end.setOnFinished(_ ->
                    primary.fireEvent(new WindowEvent(primary, WindowEvent.WINDOW_CLOSE_REQUEST)));
            end.play();
        }
        DemoWorld demo = world;
        if (demo != null) {
            var home = new DemoHome(wiring);
            Server alpha = home.alpha(demo);
            Server beta = home.beta(demo);
            shown.connect(PaneSide.LEFT, alpha);
            shown.connect(PaneSide.RIGHT, beta);
        }
    }

    /// The window was closed: servers are left in good order before the process ends.
    @Override
    public void stop() {
        closeAll();
        Runtime.getRuntime().removeShutdownHook(ifKilled);
    }

    private void openPage(URI page) {
        getHostServices().showDocument(page.toString());
    }

    private void comeToFront(Optional<ServerLink> link) {
        Stage shown = stage;
        if (shown != null) {
            shown.setIconified(false);
            shown.toFront();
            shown.requestFocus();
        }
        Shell window = shell;
        if (window != null) {
            link.ifPresent(window::openLink);
        }
    }

    private void refuse(String words) {
        comeToFront(Optional.empty());
        FailureDialog.link(stage, words).show(_ -> {});
    }

    private static Optional<ServerLink> link(ObjectNode arguments) throws InstanceException {
        try {
            return arguments.has(Starts.LINK)
                    ? Optional.of(LinkJson.read(arguments.get(Starts.LINK)))
                    : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            throw new InstanceException(
                    InstanceException.Kind.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    /// The link that this program was started with.
    private Optional<ServerLink> ownLink() {
        String json = getParameters().getNamed().get("link");
        try {
            return json == null
                    ? Optional.empty()
                    : Optional.of(LinkJson.read(new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException own) {
            throw new IllegalStateException("our own parameter", own);
        }
    }

    private synchronized void closing(Closing last) {
        closings.push(last);
    }

    /// Closes what was opened, last first; each once.
    private synchronized void closeAll() {
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (IOException failed) {
                LOG.warn("not closed cleanly", failed);
            }
        }
    }

    private static void icons(Stage stage) {
        for (int size : ICON_SIZES) {
            String name = "/dev/crossdock/icons/crossdock-%d.png".formatted(size);
            try (InputStream icon = CrossdockApp.class.getResourceAsStream(name)) {
                if (icon != null) {
                    stage.getIcons().add(new Image(icon));
                }
            } catch (IOException unreadable) {
                LOG.warn("no icon {}", name, unreadable);
            }
        }
    }

    private boolean isDemo() {
        return !Collections.disjoint(getParameters().getUnnamed(), List.of(DEMO, DEMO_SINGLE));
    }

    private boolean isOnOneAddress() {
        return getParameters().getUnnamed().contains(DEMO_SINGLE);
    }

    /// The demo leaves the user's sites and window alone.
    private AppDirs dirs() throws IOException {
        Optional<Path> home =
                Optional.ofNullable(getParameters().getNamed().get("home")).map(Path::of);
        if (home.isEmpty() && isDemo()) {
            Path folder = Files.createTempDirectory("crossdock-demo-home-");
            closing(() -> delete(folder));
            return AppDirs.in(folder);
        }
        return AppDirs.find(home);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
