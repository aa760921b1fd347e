package dev.crossdock.ui.shell;

import dev.crossdock.browse.Browsers;
import dev.crossdock.browse.RoutePreview;
import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.queue.QueueService;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.Settings;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.TlsHistory;
import dev.crossdock.ui.queue.Throttle;
import dev.crossdock.update.Updates;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// What the window needs of the rest of the program.
///
/// @param updates empty if this build looks for no newer versions
/// @param pages opens an address in the browser
/// @param stateFile where the window remembers its size, its look and the last sites
public record ShellServices(
        SiteStore sites,
        KnownCertificates certificates,
        TlsHistory history,
        ServerDirectory directory,
        Passwords passwords,
        SiteSecrets secrets,
        PasswordDesk desk,
        ServerMemory memory,
        PairRules rules,
        Settings settings,
        Browsers browsers,
        RoutePreview routes,
        QueueService queue,
        TranscriptLog transcript,
        Throttle throttle,
        Optional<Updates> updates,
        Consumer<URI> pages,
        Path stateFile) {}
