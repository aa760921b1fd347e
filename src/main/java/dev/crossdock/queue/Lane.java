package dev.crossdock.queue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.SiteId;

/// The jobs of one kind between the same two sites, in one direction; each lane is a line of its
/// own, so that a long one hides no other.
public record Lane(SiteId source, SiteId target, JobSpec.Kind kind) {

    public static Lane of(JobSpec spec) {
        return new Lane(spec.source(), spec.target(), spec.kind());
    }
}
