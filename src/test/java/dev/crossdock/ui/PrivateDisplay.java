package dev.crossdock.ui;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Gives the test JVM a screen of its own before JavaFX looks for one.
///
/// Where Xvfb is installed it is a real X server, so that pointers drag; elsewhere JavaFX's
/// headless platform, which cannot. [#whyNoGestures] tells tests which it is.
public final class PrivateDisplay implements LauncherSessionListener {

    private static final String REASON = "crossdock.test.no-gestures";

    /// Xvfb ends when the JVM's end of the pipe to `cat` is gone. It must not end before: GTK takes
    /// the JVM down with it.
    private static final String SCRIPT =
            "Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>&1 >/dev/null 2>&1 &\n"
                    + "xvfb=$!; cat >/dev/null; kill $xvfb";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        System.setProperty("prism.order", "sw");
        Optional<String> display = startXvfb();
        if (display.isPresent()) {
            setEnvironment("DISPLAY", ":" + display.get());
            setEnvironment("GDK_BACKEND", "x11");
            setEnvironment("NO_AT_BRIDGE", "1");
        } else {
            System.setProperty("glass.platform", "Headless");
            System.setProperty(REASON, "Xvfb is not installed; without it nothing can be dragged.");
        }
    }

    /// Why there is no pointer that drags; empty where there is one.
    static Optional<String> whyNoGestures() {
        return Optional.ofNullable(System.getProperty(REASON));
    }

    /// The number of the new display.
    private static Optional<String> startXvfb() {
        try {
            if (!installed()) {
                return Optional.empty();
            }
            Process process =
                    new ProcessBuilder("sh", "-c", SCRIPT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var said =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.US_ASCII));
            String line = said.readLine();
            if (line == null || line.isBlank()) {
                process.destroy();
                return Optional.empty();
            }
            return Optional.of(line.strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Asked first: `cat` keeps the pipe open, so a missing Xvfb would be waited for.
    private static boolean installed() throws IOException {
        try {
            return new ProcessBuilder("sh", "-c", "command -v Xvfb >/dev/null").start().waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Of this process: GTK reads it by `getenv`, which Java has no way to change.
    @SuppressWarnings("restricted")
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        var setenv =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("setenv"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int refused =
                    (int)
                            setenv.invokeExact(
                                    arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (refused != 0) {
                throw new IllegalStateException("setenv " + name);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("no environment for a screen", e);
        }
    }
}
