package dev.crossdock.cli;

import dev.crossdock.model.Failure;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TransferPolicy;

import java.util.Optional;
import java.util.OptionalLong;

/// One direction that `probe --try` sends a file in.
record TryLeg(
        Login source, RemotePath sourceFile, Login target, RemotePath targetFile, Ladder ladder) {

    boolean isOpen() {
        return ladder.best().isPresent();
    }

    JobSpec job(long size, TransferPolicy policy) {
        return JobSpec.file(
                source.server().id(),
                sourceFile,
                target.server().id(),
                targetFile,
                OptionalLong.of(size),
                policy);
    }

    FileReport noRoute() {
        return FileReport.before(
                source.at(sourceFile),
                Optional.of(target.at(targetFile)),
                ladder.noRoute(source.server().name(), target.server().name()));
    }

    FileReport failed(Failure failure) {
        return FileReport.failed(source.at(sourceFile), target.at(targetFile), failure);
    }
}
