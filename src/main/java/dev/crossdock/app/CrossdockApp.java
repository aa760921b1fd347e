package dev.crossdock.app;

import dev.crossdock.demo.DemoWorld;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.TrustMode;
import dev.crossdock.ui.dialog.WindowPrompts;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.pump.FxThread;
import dev.crossdock.ui.shell.Shell;
import dev.crossdock.ui.shell.ShellServices;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;

/// The program with a window. Parameters: `--home=DIR`, and `--demo` for the demo servers.
public final class CrossdockApp extends Application {

    private static final int PAIRS = 2;

    private @Nullable DemoWorld world;
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;

    /// The arguments for [Application#launch].
    static String[] parameters(Optional<Path> home, boolean demo) {
        var parameters = new ArrayList<String>();
        home.ifPresent(folder -> parameters.add("--home=" + folder));
        if (demo) {
            parameters.add("--demo");
        }
        return parameters.toArray(String[]::new);
    }

    @Override
    public void init() throws IOException {
        if (isDemo()) {
            world = DemoWorld.start(DemoWorld.Options.USUAL);
        }
    }

    @Override
    public void start(Stage primary) throws IOException, FailureException {
        stage = primary;
        var passwords = new Passwords();
        var prompts = new WindowPrompts(() -> stage, new FxThread(), ZoneId.systemDefault());
        AppDirs dirs = dirs();
        var made = new Wiring(dirs, passwords, TrustMode.ASK, prompts, prompts, PAIRS);
        wiring = made;
        var shell =
                new Shell(
                        new ShellServices(
                                made.sites(),
                                made.servers(),
                                passwords,
                                made.browsers(),
                                made.routes(),
                                made.queue(),
                                made.transcript(),
                                dirs.window()));
        shell.show(primary);
        DemoWorld demo = world;
        if (demo != null) {
            var home = new DemoHome(made);
            Server alpha = home.alpha(demo);
            Server beta = home.beta(demo);
            shell.connect(PaneSide.LEFT, alpha);
            shell.connect(PaneSide.RIGHT, beta);
        }
    }

    @Override
    public void stop() throws IOException {
        Wiring made = wiring;
        if (made != null) {
            made.close();
        }
        DemoWorld demo = world;
        if (demo != null) {
            demo.close();
        }
    }

    private boolean isDemo() {
        return getParameters().getUnnamed().contains("--demo");
    }

    /// The demo leaves the user's sites and window alone.
    private AppDirs dirs() throws IOException {
        Optional<Path> home =
                Optional.ofNullable(getParameters().getNamed().get("home")).map(Path::of);
        if (home.isEmpty() && isDemo()) {
            return AppDirs.in(Files.createTempDirectory("crossdock-demo-home-"));
        }
        return AppDirs.find(home, System.getenv(), System.getProperty("os.name"));
    }
}
