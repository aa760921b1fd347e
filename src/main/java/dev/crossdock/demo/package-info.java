/// Two embedded FTPS servers, so that the program can be tried, and tested, without any other.
///
/// Only `app` and tests know this package; it uses [dev.crossdock.model.TlsMode] and nothing else
/// of ours. It stands on Apache FtpServer for the control connection and most commands. The data
/// connections are our own ([dev.crossdock.demo.DataPort]), for three reasons: the library cannot
/// be TLS client on them, which is all that `AUTH TLS +proxy` means; it closes them without waiting
/// for its peer, which under TLS 1.3 loses the end of a file; and it does not see an ABOR or a lost
/// control connection before the transfer is over.
///
/// Loopback addresses other than 127.0.0.1 matter: `+proxy` is decided by comparing the address of
/// the data connection's peer with the one of the control connection's, and 127.0.0.1 is the
/// client's own.
///
/// What a client meets here, as on many servers: FEAT, SYST and OPTS are refused (530) before the
/// login; PASV and PORT forget a REST, which goes right before the transfer command; 150 comes
/// before the data connection is there; each transfer command needs its own PASV or PORT; SIZE
/// grows while a file is received; TYPE A does not change line ends; LIST hides names that begin
/// with a dot and tells the owner's permissions only, MLSD tells all and follows symbolic links;
/// `\` in a path is a `/`. A file that ends early, without an alert but with an orderly end of the
/// TCP stream, is a whole file to the receiver (the JDK's TLS socket does not tell them apart), so
/// sizes are to be compared.
@NullMarked
package dev.crossdock.demo;

import org.jspecify.annotations.NullMarked;
