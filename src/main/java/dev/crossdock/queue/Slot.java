package dev.crossdock.queue;

/// A running job's share of what may run at once.
public interface Slot {

    /// A job that nobody waits for.
    Slot ALONE =
            new Slot() {
                @Override
                public void giveUp() {}

                @Override
                public void takeBack() {}
            };

    /// Lets another job begin, though this one goes on with what needs no session for long.
    void giveUp();

    /// Returns once there is room for the job again, in its place in the line.
    void takeBack() throws InterruptedException;
}
