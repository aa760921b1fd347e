package dev.crossdock.transfer;

import dev.crossdock.model.FailureException;
import dev.crossdock.queue.Meter;

/// Moves the bytes of one file between a server and the disk, no faster than allowed.
final class Flow {

    private static final int BUFFER = 256 * 1024;

    private final SpeedLimit limit;
    private final Meter meter;

    Flow(SpeedLimit limit, Meter meter) {
        this.limit = limit;
        this.meter = meter;
    }

    interface Source {
        /// @return how many bytes came, less than 0 at the end
        int read(byte[] buffer, int most) throws FailureException, InterruptedException;
    }

    interface Sink {
        void write(byte[] buffer, int count) throws FailureException, InterruptedException;
    }

    /// @return how many bytes passed
    long pass(Source source, Sink sink) throws FailureException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        long passed = 0;
        while (true) {
            int count = source.read(buffer, limit.portion(BUFFER));
            if (count < 0) {
                return passed;
            }
            limit.take(count);
            sink.write(buffer, count);
            meter.add(count);
            passed += count;
        }
    }
}
