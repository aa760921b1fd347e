package dev.crossdock.testing;

import java.net.Socket;

import javax.net.ssl.SSLSocket;

/// What a server demands of protected data connections on which it is TLS server.
final class ScriptedDemands {

    private final Setup setup;

    ScriptedDemands(Setup setup) {
        this.setup = setup;
    }

    void check(Socket control, Socket data, boolean upload) throws RefusedData {
        if (!(data instanceof SSLSocket tls) || tls.getUseClientMode()) {
            return;
        }
        if (setup.can(Skill.DEMANDS_REUSE) && !isResumed(control, tls)) {
            throw new RefusedData("522 SSL connection failed: session reuse required.");
        }
        boolean newest = tls.getSession().getProtocol().equals("TLSv1.3");
        if (newest && (setup.can(Skill.REFUSES_TLS13_DATA) || (upload && refusesUploads()))) {
            throw new RefusedData("425 Unable to build data connection: Operation not permitted");
        }
    }

    private boolean refusesUploads() {
        return setup.can(Skill.REFUSES_TLS13_UPLOADS);
    }

    private static boolean isResumed(Socket control, SSLSocket data) {
        return !(control instanceof SSLSocket own)
                || data.getSession().getCreationTime() == own.getSession().getCreationTime();
    }
}
