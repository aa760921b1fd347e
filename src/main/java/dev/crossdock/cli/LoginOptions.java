package dev.crossdock.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The options of every command that talks to servers.
final class LoginOptions {

    @Option(
            names = "--trust",
            paramLabel = "ask|new|known",
            description =
                    "Certificates that are not known yet: ask (without a terminal: refuse them),"
                        + " accept and remember new ones, or take only known ones. A changed one is"
                        + " always refused. Default: ask.")
    private String trust = "ask";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "Holds the password: one line for both servers, or two (source, target)."
                            + " Without it CROSSDOCK_PASSWORD_SOURCE and _TARGET count, then"
                            + " CROSSDOCK_PASSWORD.")
    private @Nullable Path passwordFile;

    @Mixin private final MasterOption master = new MasterOption();

    @Option(
            names = "--allow-clear",
            description =
                    "Allow ftp:// and data that is not encrypted. Everyone on the way reads it.")
    private boolean allowClear;

    @Option(names = "--json", description = "Print JSON, one object a line, and nothing else.")
    private boolean json;

    boolean allowClear() {
        return allowClear;
    }

    boolean json() {
        return json;
    }

    /// Where nobody can be asked, only known certificates are taken.
    Trust trust(boolean canAsk) throws UsageException {
        Trust wanted = Choices.trust(trust);
        return wanted == Trust.ASK && !canAsk ? Trust.KNOWN : wanted;
    }

    PasswordSources passwords(Map<String, String> environment, Streams streams)
            throws UsageException {
        if (passwordFile == null) {
            return new PasswordSources(Optional.empty(), environment);
        }
        var file = PasswordFile.read(passwordFile);
        if (PasswordFile.isOpenToOthers(passwordFile)) {
            streams.say(
                    "Warning: other users can read "
                            + passwordFile
                            + "; chmod 600 keeps the password yours.");
        }
        return new PasswordSources(Optional.of(file), environment);
    }

    /// The master password of the vault, where it came with the command.
    Optional<char[]> master(Surroundings surroundings) throws UsageException {
        return master.given(surroundings);
    }

    /// A place on a server.
    ///
    /// @param role which argument it is, for messages; they never repeat what was typed, since it
    ///   may be or hold a password
    Place.Remote remote(String typed, String role) throws UsageException {
        return switch (parse(typed, role)) {
            case Place.Remote remote -> remote;
            case Place.Local _ ->
                    throw new UsageException(
                            role
                                    + " must be on a server: ftps://[user@]host[:port]/path or"
                                    + " site:NAME/path.");
        };
    }

    Place parse(String typed, String role) throws UsageException {
        try {
            Place place = Place.parse(typed);
            if (place instanceof Place.Url url && !url.tls().isEncrypted() && !allowClear) {
                throw new UsageException(
                        "ftp:// sends the password and all data in clear; that needs"
                                + " --allow-clear. ftps:// is encrypted.");
            }
            return place;
        } catch (UsageException e) {
            throw new UsageException(role + ": " + e.words());
        }
    }
}
