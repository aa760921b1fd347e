package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads where a passive server listens, and refuses to be sent to a stranger. Pure.
///
/// A server could name any address in its 227 and so aim us, or the other server of a transfer, at
/// a third party (RFC 2577 §3). Only the server's own address counts; one that nobody outside its
/// network can use (0.0.0.0, or a private one behind NAT or of its other network card) stands for
/// it, so that nobody is sent elsewhere. What the site allows besides is taken as it is told.
final class PassiveReply {

    private static final Pattern SIX_NUMBERS =
            Pattern.compile("(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3})");
    private static final Pattern EXTENDED = Pattern.compile("\\((.)\\1\\1(\\d{1,5})\\1\\)");
    private static final int LOWEST_PORT = 1024;

    private PassiveReply() {}

    /// The address in the answer to PASV or EPSV.
    ///
    /// @param peer the server's address on its control connection; `0.0.0.0` if it is not known,
    ///   and then stands for the server in what is returned
    /// @param allowed other addresses that the server may name
    static HostPort read(Reply reply, InetAddress peer, Collection<InetAddress> allowed)
            throws GarbledException {
        return reply.code() == 229 ? extended(reply, peer) : classic(reply, peer, allowed);
    }

    private static HostPort classic(Reply reply, InetAddress peer, Collection<InetAddress> allowed)
            throws GarbledException {
        Matcher numbers = SIX_NUMBERS.matcher(reply.text());
        if (reply.code() != 227 || !numbers.find()) {
            throw new GarbledException("no address in the answer to PASV: " + reply.firstLine());
        }
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            address[i] = (byte) octet(numbers.group(i + 1), reply);
        }
        int port = octet(numbers.group(5), reply) << 8 | octet(numbers.group(6), reply);
        requirePort(port, reply);
        InetAddress announced = announced(address);
        if (allowed.contains(announced)) {
            return new HostPort(announced, port);
        }
        boolean known = !peer.isAnyLocalAddress();
        if (known && !announced.equals(peer) && !isOfNoUseOutside(announced)) {
            throw new ForeignAddressException(announced, peer);
        }
        return new HostPort(peer, port);
    }

    private static HostPort extended(Reply reply, InetAddress peer) throws GarbledException {
        Matcher bars = EXTENDED.matcher(reply.text());
        if (!bars.find()) {
            throw new GarbledException("no port in the answer to EPSV: " + reply.firstLine());
        }
        int port = Integer.parseInt(bars.group(2));
        requirePort(port, reply);
        return new HostPort(peer, port);
    }

    private static void requirePort(int port, Reply reply) throws GarbledException {
        if (port < LOWEST_PORT || port > 65535) {
            throw new GarbledException(
                    "the server named port " + port + " for its data: " + reply.firstLine());
        }
    }

    private static boolean isOfNoUseOutside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress();
    }

    private static int octet(String digits, Reply reply) throws GarbledException {
        int value = Integer.parseInt(digits);
        if (value > 255) {
            throw new GarbledException("not an address: " + reply.firstLine());
        }
        return value;
    }

    private static InetAddress announced(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
