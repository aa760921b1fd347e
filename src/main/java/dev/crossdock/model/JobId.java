package dev.crossdock.model;

/// Names a job of the queue; a later job has a higher number.
public record JobId(long value) implements Comparable<JobId> {

    @Override
    public int compareTo(JobId other) {
        return Long.compare(value, other.value);
    }
}
