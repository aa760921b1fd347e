package dev.crossdock.cli;

import dev.crossdock.model.TlsMode;

/// Where something is, as written on the command line. Holds no password.
sealed interface Place {

    String typed();

    /// @throws UsageException if no file can be called like that
    PlacePath path() throws UsageException;

    /// On this computer.
    record Local(String typed) implements Place {

        @Override
        public PlacePath path() throws UsageException {
            return PlacePath.ofLocal(typed);
        }
    }

    /// On a server.
    sealed interface Remote extends Place {

        /// What stands before the path, as it was typed: `ftps://me@alpha:2121`, `site:alpha`.
        String prefix();

        @Override
        PlacePath path();
    }

    /// @param host an IPv6 address without brackets
    record Url(
            String typed,
            String prefix,
            TlsMode tls,
            String user,
            String host,
            int port,
            PlacePath path)
            implements Remote {}

    record OfSite(String typed, String prefix, String name, PlacePath path) implements Remote {}

    /// @throws UsageException with words for a person; never with a password in them
    static Place parse(String typed) throws UsageException {
        return PlaceParser.parse(typed);
    }
}
