package dev.crossdock.app;

import dev.crossdock.demo.DemoServer;
import dev.crossdock.demo.DemoWorld;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Site;

import java.time.Clock;
import java.util.Optional;

/// Makes the demo servers known to the program: as sites, with certificates and passwords.
final class DemoHome {

    private final Wiring wiring;

    DemoHome(Wiring wiring) {
        this.wiring = wiring;
    }

    /// The site of the server with `+proxy`.
    Server alpha(DemoWorld world) throws FailureException {
        return introduce(world.alpha());
    }

    /// The site of the unmodified server.
    Server beta(DemoWorld world) throws FailureException {
        return introduce(world.beta());
    }

    private Server introduce(DemoServer demo) throws FailureException {
        var server =
                new Server(
                        new SiteId("demo-" + demo.name()),
                        demo.name(),
                        demo.address().getHostAddress(),
                        demo.port(),
                        demo.tls(),
                        demo.user());
        wiring.certificates()
                .pin(
                        new PinnedCertificate(
                                server.host(),
                                server.port(),
                                demo.certificateSha256(),
                                "CN=" + demo.name(),
                                Clock.systemUTC().instant()));
        wiring.passwords().remember(server, SecretKind.PASSWORD, demo.password());
        wiring.sites().save(new Site(server, Optional.empty()));
        return server;
    }
}
