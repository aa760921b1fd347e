package dev.crossdock.ftp;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Where a data connection goes.
public record HostPort(InetAddress host, int port) {

    public HostPort {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /// As argument of PORT (RFC 959): `127,0,0,2,200,1`. IPv4 only.
    public String forPort() {
        return host.getHostAddress().replace('.', ',') + ',' + (port >> 8) + ',' + (port & 0xFF);
    }

    /// As argument of EPRT (RFC 2428): `|2|::1|51201|`.
    public String forEprt() {
        int protocol = isIpv6() ? 2 : 1;
        String address = host.getHostAddress();
        int zone = address.indexOf('%');
        return "|%d|%s|%d|"
                .formatted(protocol, zone < 0 ? address : address.substring(0, zone), port);
    }

    /// Whether the host is an address that can be connected to.
    boolean isKnown() {
        return !host.isAnyLocalAddress();
    }

    public boolean isIpv6() {
        return host instanceof Inet6Address;
    }

    @Override
    public String toString() {
        return host.getHostAddress() + " port " + port;
    }
}
