package dev.crossdock.update;

import java.net.URI;

/// What counts as an address that is asked or shown.
final class HttpsAddress {

    private HttpsAddress() {}

    /// With a host, in ASCII so that no letter stands for another one, and without a login.
    static boolean is(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.toString().chars().allMatch(each -> each > ' ' && each < 0x7F);
    }
}
