package dev.crossdock.ftp;

import java.io.IOException;

/// The server's answer is not FTP, or not an answer to what was asked.
public sealed class GarbledException extends IOException
        permits ForeignAddressException, HiddenAddressException {

    private static final long serialVersionUID = 1L;

    public GarbledException(String message) {
        super(message);
    }
}
