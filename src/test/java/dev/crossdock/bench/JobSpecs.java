package dev.crossdock.bench;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Jobs with names as long as usual ones, for queues that carry nothing over.
final class JobSpecs {

    /// How many are added in one go, as by a folder that was listed.
    static final int FOLDER = 1_000;

    private static final TransferPolicy POLICY = TransferPolicy.secure(ExistsRule.OVERWRITE);
    private static final SiteId SOURCE = new SiteId("3b0c7a52-0d0e-4f4c-9a6e-6b1d1a1f0001");
    private static final SiteId TARGET = new SiteId("3b0c7a52-0d0e-4f4c-9a6e-6b1d1a1f0002");

    private JobSpecs() {}

    static List<JobSpec> of(int from, int to) {
        var specs = new ArrayList<JobSpec>();
        for (int number = from; number < to; number++) {
            String name =
                    "/folder-%04d/a file with a name %07d.dat".formatted(number / FOLDER, number);
            specs.add(
                    JobSpec.file(
                            SOURCE,
                            RemotePath.of("/pub/source" + name),
                            TARGET,
                            RemotePath.of("/incoming/target" + name),
                            OptionalLong.of(number),
                            POLICY));
        }
        return specs;
    }
}
