package dev.crossdock.bench;

import dev.crossdock.model.Method;

import java.util.Locale;

/// Results in columns.
final class ResultTable {

    /// PASV and its answer, then the transfer: what no client can do without.
    private static final double IDEAL_TRIPS = 2;

    static final String HEAD =
            "%-22s %5s %5s  %-9s  %9s  %10s  %11s  %8s"
                    .formatted(
                            "method",
                            "pairs",
                            "files",
                            "client",
                            "s/file",
                            "trips/file",
                            "writes/file",
                            "x ideal");

    static final String LEGEND =
            """

            trips/file   seconds a file times pairs, in round trips of a control connection
            writes/file  what the busier server was told in one go after the client had heard
                         something
            x ideal      trips a file beside %.0f\
            """
                    .formatted(IDEAL_TRIPS);

    private ResultTable() {}

    static String row(Method method, Load load, String client, Result result) {
        String start =
                "%-22s %5d %5d  %-9s  "
                        .formatted(method.label(), load.pairs(), load.files(), client);
        return start
                + switch (result) {
                    case Result.Measured one ->
                            String.format(
                                    Locale.ROOT,
                                    "%9.4f  %10.2f  %11.2f  %8.2f",
                                    one.secondsPerFile(),
                                    one.tripsPerFile(),
                                    one.flightsPerFile(),
                                    one.tripsPerFile() / IDEAL_TRIPS);
                    case Result.Cannot(var reason) -> "cannot: " + reason;
                };
    }

    static String comparison(Result ours, Result theirs) {
        return ours instanceof Result.Measured mine && theirs instanceof Result.Measured other
                ? String.format(
                        Locale.ROOT,
                        "%44s %.2f times as long as Crossdock%n",
                        "",
                        other.secondsPerFile() / mine.secondsPerFile())
                : "";
    }
}
