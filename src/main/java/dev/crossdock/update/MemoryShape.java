package dev.crossdock.update;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.store.Fields;
import dev.crossdock.store.Shape;

import java.util.Optional;

/// The one entry of `updates.json`.
final class MemoryShape implements Shape<UpdateMemory> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String list() {
        return "updates";
    }

    @Override
    public String words() {
        return "memory of newer versions";
    }

    @Override
    public Object key(UpdateMemory memory) {
        return UpdateMemory.class;
    }

    @Override
    public void write(UpdateMemory memory, ObjectNode into) {
        memory.checked().ifPresent(at -> into.put("checked", at.toString()));
        into.put("trouble", memory.trouble()).put("sequence", memory.sequence());
        memory.newest().ifPresent(release -> ReleaseList.write(release, into.putObject("newest")));
        memory.security().ifPresent(version -> into.put("security", version.toString()));
        memory.skipped().ifPresent(version -> into.put("skipped", version.toString()));
    }

    @Override
    public UpdateMemory read(Fields fields) {
        return new UpdateMemory(
                fields.has("checked") ? Optional.of(fields.instant("checked")) : Optional.empty(),
                fields.text("trouble"),
                fields.number("sequence"),
                fields.optionalObject("newest").map(ReleaseList::release),
                version(fields, "security"),
                version(fields, "skipped"));
    }

    private static Optional<Version> version(Fields fields, String name) {
        return fields.has(name) ? Optional.of(ReleaseList.version(fields, name)) : Optional.empty();
    }
}
