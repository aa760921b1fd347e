package dev.crossdock.model;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// How our own data connections with a server come about, and which addresses it may name.
///
/// @param active we listen and the server connects (PORT, EPRT) instead of the other way round
/// @param ownAddress the address to tell the server when we listen; empty for the one that the
///   control connection has
/// @param foreign IP addresses besides its own that the server may name in its answer to PASV
public record DataRules(boolean active, Optional<String> ownAddress, List<String> foreign) {

    public static final DataRules USUAL = new DataRules(false, Optional.empty(), List.of());

    private static final int MOST_FOREIGN = 100;

    public DataRules {
        ownAddress.ifPresent(DataRules::requireAddress);
        foreign.forEach(DataRules::requireAddress);
        foreign = ServerOptions.bounded("addresses", foreign, MOST_FOREIGN);
    }

    private static void requireAddress(String address) {
        if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
                || !isLiteral(address)) {
            throw new IllegalArgumentException(
                    "Write an IP address such as 192.0.2.7, no name: “" + address + "”.");
        }
    }

    private static boolean isLiteral(String address) {
        try {
            return !InetAddress.ofLiteral(address).isAnyLocalAddress();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
