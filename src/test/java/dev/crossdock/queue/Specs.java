package dev.crossdock.queue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;

import java.util.OptionalLong;

/// Jobs to queue.
final class Specs {

    private static final TransferPolicy POLICY = TransferPolicy.secure(ExistsRule.FAIL);

    private Specs() {}

    static JobSpec file(String path) {
        return file("alpha", "beta", path);
    }

    static JobSpec file(String source, String target, String path) {
        return JobSpec.file(
                new SiteId(source),
                RemotePath.of(path),
                new SiteId(target),
                RemotePath.of(path),
                OptionalLong.of(1),
                POLICY);
    }

    static JobSpec folder(String path) {
        return JobSpec.folder(
                new SiteId("alpha"),
                RemotePath.of(path),
                new SiteId("beta"),
                RemotePath.of(path),
                POLICY);
    }
}
