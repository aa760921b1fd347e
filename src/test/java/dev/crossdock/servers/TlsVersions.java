package dev.crossdock.servers;

import java.util.List;

/// Which versions of TLS a server accepts.
public enum TlsVersions {
    ONLY_1_2,
    UP_TO_1_3;

    /// By their names in the JDK and in OpenSSL, the newest first.
    public List<String> protocols() {
        return switch (this) {
            case ONLY_1_2 -> List.of("TLSv1.2");
            case UP_TO_1_3 -> List.of("TLSv1.3", "TLSv1.2");
        };
    }

    public String newest() {
        return protocols().getFirst();
    }
}
