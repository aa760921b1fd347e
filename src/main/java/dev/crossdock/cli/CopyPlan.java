package dev.crossdock.cli;

import dev.crossdock.model.Entry.Kind;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TransferPolicy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `copy` does, decided as `cp -r` decides it. Pure.
///
/// @param folder has to be there before the jobs start, with all it lies in
/// @param refused sources that no job is made for
record CopyPlan(RemotePath folder, List<JobSpec> jobs, List<Refused> refused) {

    record Item(CopySource source, TransferPolicy policy) {}

    record Refused(CopySource source, RemotePath target, Failure failure) {}

    CopyPlan {
        jobs = List.copyOf(jobs);
        refused = List.copyOf(refused);
    }

    static CopyPlan of(List<Item> items, CopyTarget target) {
        var jobs = new ArrayList<JobSpec>();
        var refused = new ArrayList<Refused>();
        Set<RemotePath> taken = new HashSet<>();
        for (Item item : items) {
            CopySource source = item.source();
            RemotePath path = target.pathFor(source.path(), source.typed());
            var refusal = refusal(source, target, path, taken);
            if (refusal.isPresent()) {
                refused.add(new Refused(source, path, refusal.get()));
            } else {
                jobs.add(job(source, target, path, item.policy()));
            }
        }
        RemotePath folder = target.takesIn() ? target.path() : target.path().parent();
        return new CopyPlan(folder, markTwins(jobs), refused);
    }

    private static Optional<Failure> refusal(
            CopySource source, CopyTarget target, RemotePath path, Set<RemotePath> taken) {
        String name = source.spot().shown();
        boolean folder = source.entry().kind() == Kind.FOLDER;
        if (!folder && source.entry().kind() != Kind.FILE) {
            return failure(
                    Failure.Kind.NAME,
                    source.login(),
                    name + " is neither a file nor a folder.",
                    "Only files and folders can be copied.");
        }
        if (!folder && source.typed().folder()) {
            return failure(
                    Failure.Kind.NAME,
                    source.login(),
                    name + " is a file but was written as a folder.",
                    "Leave out the slash at its end.");
        }
        if (target.isInTheWay() && (folder || target.asFolder())) {
            return failure(
                    Failure.Kind.EXISTS,
                    target.login(),
                    target.spot().shown() + " is a file; nothing can be put into it.",
                    "Name a folder, or delete the file.");
        }
        if (!taken.add(path)) {
            return failure(
                    Failure.Kind.EXISTS,
                    target.login(),
                    "Another source goes to " + target.login().at(path).shown() + " already.",
                    "Copy the two one after the other.");
        }
        return Optional.empty();
    }

    private static JobSpec job(
            CopySource source, CopyTarget target, RemotePath path, TransferPolicy policy) {
        var from = source.login().server().id();
        var to = target.login().server().id();
        return source.entry().isFolder()
                ? JobSpec.folder(from, source.path(), to, path, policy)
                : JobSpec.file(from, source.path(), to, path, source.entry().size(), policy);
    }

    private static List<JobSpec> markTwins(List<JobSpec> jobs) {
        Map<String, Integer> names = new HashMap<>();
        jobs.forEach(job -> names.merge(job.targetPath().foldedCase(), 1, Integer::sum));
        return jobs.stream()
                .map(job ->
                        names.getOrDefault(job.targetPath().foldedCase(), 0) > 1 ? twin(job) : job)
                .toList();
    }

    private static JobSpec twin(JobSpec job) {
        return new JobSpec(
                job.kind(),
                job.source(),
                job.sourcePath(),
                job.target(),
                job.targetPath(),
                job.size(),
                true,
                job.policy());
    }

    private static Optional<Failure> failure(
            Failure.Kind kind, Login login, String message, String advice) {
        return Optional.of(
                Failure.of(kind, login.server().name(), message, Remedy.GIVE_UP, advice));
    }
}
