package dev.crossdock.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the program keeps what, by the custom of the system (on Linux the XDG base directories).
///
/// @param config sites, settings, rules between servers, the vault
/// @param data accepted certificates, what was learned of servers, the queue
/// @param state the window's memory, that of newer versions, the log
record AppDirs(Path config, Path data, Path state) {

    /// All in one folder, as `--home` asks for.
    static AppDirs in(Path home) {
        return new AppDirs(home, home, home);
    }

    /// The places for this process.
    ///
    /// @param home from `--home`
    static AppDirs find(Optional<Path> home) {
        return find(
                home,
                System.getenv(),
                System.getProperty("os.name"),
                ProgramFolder.find().flatMap(ProgramFolder::portableHome));
    }

    /// The places of this user on this system, unless `--home`, `CROSSDOCK_HOME` or a portable
    /// program says otherwise.
    ///
    /// @param portable where a portable program keeps its state
    static AppDirs find(
            Optional<Path> home,
            Map<String, String> environment,
            String system,
            Optional<Path> portable) {
        return home.or(() -> value(environment, "CROSSDOCK_HOME").map(Path::of))
                .or(() -> portable)
                .map(AppDirs::in)
                .orElseGet(() -> usual(environment, system.toLowerCase(Locale.ROOT)));
    }

    Path sites() {
        return config.resolve("sites.json");
    }

    Path vault() {
        return config.resolve("vault.json");
    }

    Path certificates() {
        return data.resolve("certificates.json");
    }

    /// Servers that had TLS.
    Path withTls() {
        return data.resolve("protected.json");
    }

    Path servers() {
        return data.resolve("servers.json");
    }

    Path pairs() {
        return config.resolve("pairs.json");
    }

    Path settings() {
        return config.resolve("settings.json");
    }

    /// Servers that jobs go to and that are no saved sites.
    Path unsaved() {
        return data.resolve("unsaved.json");
    }

    Path window() {
        return state.resolve("window.json");
    }

    /// What was found of newer versions.
    Path updates() {
        return state.resolve("updates.json");
    }

    private static AppDirs usual(Map<String, String> environment, String system) {
        Path user = Path.of(value(environment, "HOME").orElse(System.getProperty("user.home")));
        if (system.startsWith("windows")) {
            Path roaming = absolute(environment, "APPDATA").orElse(user.resolve("AppData/Roaming"));
            Path local =
                    absolute(environment, "LOCALAPPDATA").orElse(user.resolve("AppData/Local"));
            return new AppDirs(
                    roaming.resolve("Crossdock"),
                    local.resolve("Crossdock"),
                    local.resolve("Crossdock"));
        }
        if (system.startsWith("mac")) {
            return in(user.resolve("Library/Application Support/Crossdock"));
        }
        return new AppDirs(
                absolute(environment, "XDG_CONFIG_HOME")
                        .orElse(user.resolve(".config"))
                        .resolve("crossdock"),
                absolute(environment, "XDG_DATA_HOME")
                        .orElse(user.resolve(".local/share"))
                        .resolve("crossdock"),
                absolute(environment, "XDG_STATE_HOME")
                        .orElse(user.resolve(".local/state"))
                        .resolve("crossdock"));
    }

    /// Relative values are to be ignored (XDG Base Directory Specification).
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return value(environment, name).map(Path::of).filter(Path::isAbsolute);
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
