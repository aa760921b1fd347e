package dev.crossdock.ftp;

/// The server is behind a proxy of ours, so nobody here knows its address, and another server
/// cannot be told to connect to it.
public final class HiddenAddressException extends GarbledException {

    private static final long serialVersionUID = 1L;

    public HiddenAddressException(String answer) {
        super("the server's own address is not known behind a proxy: " + answer);
    }
}
