package dev.crossdock.bench;

import java.nio.file.Path;
import java.util.Map;

/// What a measured program finds around it: a home and a screen of its own, and no desktop.
final class Surroundings {

    private Surroundings() {}

    static void put(Map<String, String> environment, Path home, String screen) {
        environment.keySet().removeIf(name -> name.startsWith("CROSSDOCK_"));
        environment.remove("WAYLAND_DISPLAY");
        environment.put("DISPLAY", screen);
        environment.put("GDK_BACKEND", "x11");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", config(home).toString());
        environment.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
        environment.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
        environment.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        environment.put("XDG_RUNTIME_DIR", home.resolve("run").toString());
        // Without a bus each program would start one, which outlives it.
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        environment.put("NO_AT_BRIDGE", "1");
    }

    static Path config(Path home) {
        return home.resolve(".config");
    }
}
