package dev.crossdock.cli;

import dev.crossdock.browse.Browsers;
import dev.crossdock.browse.RoutePreview;
import dev.crossdock.queue.QueueService;
import dev.crossdock.site.KnownCertificates;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.Settings;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.TlsHistory;

/// What a command works with; made for one command and closed behind it.
public interface Core extends AutoCloseable {

    QueueService queue();

    Browsers browsers();

    RoutePreview routes();

    SiteStore sites();

    ServerDirectory servers();

    Passwords passwords();

    SiteSecrets secrets();

    KnownCertificates certificates();

    TlsHistory history();

    ServerMemory memory();

    PairRules rules();

    Settings settings();

    /// Lets other Crossdocks ask this one about its queue.
    void serve(QueueDesk desk);

    /// Cancels what runs and takes leave of all servers, within a few seconds.
    @Override
    void close();
}
