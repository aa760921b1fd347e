package dev.crossdock.cli;

/// One object a line on standard output, out at once.
final class JsonReporter implements Reporter {

    private final Json json = new Json();
    private final Streams streams;

    JsonReporter(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void ended(FileReport report) {
        // Not println: a line ends the same on every system.
        streams.out().print(json.file(report) + "\n");
        streams.out().flush();
    }
}
