package dev.crossdock.ui.queue;

import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.queue.JobView;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.JobDialog.Fact;

import java.util.ArrayList;
import java.util.List;

/// Everything about a job, in the order to show it.
final class JobFacts {

    private final JobWords words;

    JobFacts(JobWords words) {
        this.words = words;
    }

    List<Fact> of(JobRow.Moment moment) {
        JobView job = moment.job();
        var facts = new ArrayList<Fact>();
        add(
                facts,
                "source",
                words.source(job.spec())
                        + ": "
                        + JobWords.path(job.spec().source(), job.spec().sourcePath()));
        add(facts, "target", target(job));
        add(facts, "size", exactSize(job));
        add(facts, "state", words.state(job));
        add(facts, "progress", words.howKnown(moment));
        add(facts, "speed", words.speed(moment));
        add(facts, "route", words.fullRoute(job));
        if (job.outcome().orElse(null) instanceof Outcome.Done done) {
            arrived(facts, job, done);
        }
        add(facts, "ended", words.ended(job));
        add(facts, "attempts", job.attempts() > 1 ? Integer.toString(job.attempts()) : "");
        return facts;
    }

    private String target(JobView job) {
        var path =
                job.outcome().orElse(null) instanceof Outcome.Done done
                        ? done.target()
                        : job.spec().targetPath();
        return words.target(job.spec()) + ": " + JobWords.path(job.spec().target(), path);
    }

    private void arrived(List<Fact> facts, JobView job, Outcome.Done done) {
        facts.add(
                new Fact(
                        Strings.text("queue.fact.data"),
                        Strings.text("queue.data." + done.protection().word()),
                        done.protection() == Protection.CLEAR));
        control(facts, done, words.source(job.spec()), done.controls().source());
        control(facts, done, words.target(job.spec()), done.controls().target());
        add(
                facts,
                "verified",
                switch (done.verified()) {
                    case NO -> Strings.text("queue.verified.no");
                    case SIZE -> Strings.text("queue.verified.size");
                    case CRC32, MD5, SHA1, SHA256, SHA512 ->
                            Strings.text("queue.verified.hash", JobWords.hash(done.verified()));
                });
        add(facts, "before", done.note());
    }

    private static void control(
            List<Fact> facts, Outcome.Done done, String site, String protection) {
        String name = Strings.text("queue.fact.control", site);
        if (!protection.isEmpty()) {
            facts.add(new Fact(name, protection, false));
        } else if (done.route().method() != Method.LOCAL) {
            facts.add(new Fact(name, Strings.text("queue.data.clear"), true));
        }
    }

    private static void add(List<Fact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(Strings.text("queue.fact." + key), value, false));
        }
    }

    private static String exactSize(JobView job) {
        return job.size().isPresent() ? Amounts.exactBytes(job.size().getAsLong()) : "";
    }
}
