package dev.crossdock.ftp;

/// Which way the bytes of a data connection of ours go.
enum DataKind {

    /// From the server: a file or a listing.
    DOWNLOAD,

    /// To the server.
    UPLOAD
}
