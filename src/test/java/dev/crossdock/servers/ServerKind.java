package dev.crossdock.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crossdock.demo.ProxyRule;

import java.io.IOException;
import java.util.Optional;

/// The servers that tests can run.
public enum ServerKind {
    PROFTPD("proftpd"),
    VSFTPD("vsftpd"),
    PURE_FTPD("Pure-FTPd"),
    EMBEDDED("embedded"),
    EMBEDDED_PROXY("embedded+proxy");

    private final String label;

    ServerKind(String label) {
        this.label = label;
    }

    /// What people call it.
    public String label() {
        return label;
    }

    /// Why it cannot run here; empty where it can.
    public Optional<String> whyNot() {
        return switch (this) {
            case PROFTPD, VSFTPD -> Unpacked.whyNot();
            case PURE_FTPD -> Unpacked.whyNot().or(PureFtpd::whyNot);
            case EMBEDDED, EMBEDDED_PROXY -> Optional.empty();
        };
    }

    /// Skips the test, with the reason, where this server cannot run.
    public void require() {
        Optional<String> reason = whyNot();
        assumeTrue(reason.isEmpty(), () -> label + ": " + reason.orElse(""));
    }

    /// Listens when this returns.
    ///
    /// @throws IOException if it does not start; the message has its log
    public RealServer start(Launch launch) throws IOException {
        return switch (this) {
            case PROFTPD -> Proftpd.start(launch);
            case VSFTPD -> Vsftpd.start(launch);
            case PURE_FTPD -> PureFtpd.start(launch);
            case EMBEDDED -> Embedded.start(this, ProxyRule.NONE, launch);
            case EMBEDDED_PROXY -> Embedded.start(this, ProxyRule.OTHER_ADDRESS, launch);
        };
    }

    /// For the names of parameterized tests.
    @Override
    public String toString() {
        return label;
    }
}
