package dev.crossdock.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;

import java.util.OptionalLong;

/// Jobs as one program hands them to another.
public final class SpecJson {

    private SpecJson() {}

    public static void write(JobSpec spec, ObjectNode node) {
        node.put("kind", spec.kind().name())
                .put("source", spec.source().value())
                .put("sourcePath", spec.sourcePath().value())
                .put("target", spec.target().value())
                .put("targetPath", spec.targetPath().value())
                .put("twin", spec.caseTwin());
        spec.size().ifPresent(size -> node.put("size", size));
        JobJson.write(spec.policy(), node.putObject("policy"));
    }

    /// @throws IllegalArgumentException if it is no job
    public static JobSpec read(JsonNode node) {
        JsonNode size = node.path("size");
        return new JobSpec(
                JobSpec.Kind.valueOf(JobJson.word(node, "kind")),
                new SiteId(JobJson.word(node, "source")),
                RemotePath.of(JobJson.word(node, "sourcePath")),
                new SiteId(JobJson.word(node, "target")),
                RemotePath.of(JobJson.word(node, "targetPath")),
                size.canConvertToLong() && size.asLong() >= 0
                        ? OptionalLong.of(size.asLong())
                        : OptionalLong.empty(),
                node.path("twin").asBoolean(),
                JobJson.policy(node.path("policy")));
    }
}
