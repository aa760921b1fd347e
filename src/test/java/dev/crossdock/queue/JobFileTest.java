package dev.crossdock.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/// What is left in the queue's file, and what becomes of it.
@Timeout(180)
class JobFileTest {

    /// Each end of a job waits for the disk.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Outcome OK = new Outcome.Skipped("as told");
    private static final Retry AT_ONCE = new Retry(3, Duration.ofMillis(2), Duration.ofMillis(4));

    @TempDir private Path folder;

    @Test
    void jobsAndTheirEndsAreThereAgain() throws Exception {
        List<JobId> ids;
        try (var queue = open((_, _) -> OK)) {
            ids = queue.add(List.of(Specs.file("/a"), Specs.folder("/f")));
            queue.begin();
            queue.awaitIdle();
            queue.hold(Hold.AFTER_CURRENT);
            ids = concat(ids, queue.add(List.of(Specs.file("/\uDC80\uDCFF ü"))));
            assertEquals(Optional.empty(), queue.awaitStored());
        }

        try (var again = open((_, _) -> OK)) {
            again.begin();
            assertEquals(Optional.empty(), again.awaitStored());
            assertEquals(Hold.AFTER_CURRENT, again.changesSince(0).totals().hold());
            List<JobView> jobs = again.views(ids);
            assertEquals(
                    List.of(JobState.SKIPPED, JobState.SKIPPED, JobState.WAITING),
                    jobs.stream().map(JobView::state).toList());
            assertEquals(Optional.of(OK), jobs.getFirst().outcome());
            assertEquals("/\uDC80\uDCFF ü", jobs.getLast().spec().sourcePath().value());
            assertEquals(List.of(), again.findings());
            assertEquals(
                    ids.getLast().value() + 1,
                    again.add(List.of(Specs.file("/n"))).getFirst().value());
        }
    }

    @Test
    void aJobThatRanWhenTheProgramWasKilledIsRunAgainAndKnowsIt() throws Exception {
        var stuck = new CountDownLatch(1);
        var begun =
                new Begun(
                        RemotePath.of("/a.x"),
                        true,
                        true,
                        7,
                        Optional.of(Instant.EPOCH),
                        Route.local());
        Path image = folder.resolve("image");
        try (var queue =
                open((_, context) -> {
                    context.traces().begin(begun);
                    context.traces().answered(ExistsRule.OVERWRITE);
                    stuck.await();
                    return OK;
                })) {
            JobId id = queue.add(List.of(Specs.file("/a"))).getFirst();
            queue.begin();
            await().atMost(PATIENCE)
                    .until(() ->
                            queue.find(id)
                                    .filter(job -> job.state() == JobState.RUNNING)
                                    .isPresent());
            await().atMost(PATIENCE)
                    .until(() ->
                            queue.find(id).orElseThrow().spec().policy().exists()
                                    == ExistsRule.OVERWRITE);
            queue.awaitStored();
            copyTo(image);
            stuck.countDown();
        }

        var found = new CopyOnWriteArrayList<Optional<Begun>>();
        var cut = new CopyOnWriteArrayList<Boolean>();
        try (var again =
                open(
                        image,
                        (spec, context) -> {
                            found.add(context.traces().begun());
                            cut.add(context.traces().wasCut());
                            return new Outcome.Skipped(spec.policy().exists().name());
                        })) {
            assertEquals(1, again.findings().size());
            assertTrue(again.findings().getFirst().startsWith("One job was under way"));
            again.begin();
            again.awaitIdle();
            assertEquals(List.of(Optional.of(begun)), found);
            assertEquals(List.of(true), cut);
            JobView job = again.endedSince(0, 10).getFirst();
            assertEquals(Optional.of(new Outcome.Skipped("OVERWRITE")), job.outcome());
            assertEquals(1, job.attempts());
        }
        try (var third = open(image, (_, _) -> OK)) {
            assertEquals(List.of(), third.findings());
        }
    }

    @Test
    void aFolderThatWasCutAddsOnlyWhatIsMissing() throws Exception {
        var stuck = new CountDownLatch(1);
        Path image = folder.resolve("image");
        List<JobSpec> children =
                IntStream.range(0, 1_500).mapToObj(i -> Specs.file("/f/" + i)).toList();
        try (var queue =
                open((spec, context) -> {
                    if (spec.kind() == JobSpec.Kind.FILE) {
                        return OK;
                    }
                    context.children().add(children.subList(0, 700));
                    stuck.await();
                    return OK;
                })) {
            queue.add(List.of(Specs.folder("/f")));
            queue.begin();
            await().atMost(PATIENCE).until(() -> queue.changesSince(0).totals().ended() == 700);
            copyTo(image);
            stuck.countDown();
        }

        var ran = new CopyOnWriteArrayList<String>();
        try (var again =
                open(
                        image,
                        (spec, context) -> {
                            ran.add(spec.sourcePath().value());
                            if (spec.kind() == JobSpec.Kind.FOLDER) {
                                context.children().add(children);
                            }
                            return OK;
                        })) {
            again.begin();
            again.awaitIdle();
            assertEquals(801, ran.size());
            assertEquals(801, Set.copyOf(ran).size());
            assertEquals(1_501, again.changesSince(0).totals().ended());
        }
    }

    @Test
    void whatAnotherJobHasBegunUnderTheSameNameIsGone() throws Exception {
        var first = new CopyOnWriteArrayList<Optional<Begun>>();
        var begun =
                new Begun(RemotePath.of("/same"), false, false, 7, Optional.empty(), Route.local());
        try (var queue =
                open((spec, context) -> {
                    if (spec.sourcePath().name().equals("one")) {
                        first.add(context.traces().begun());
                    }
                    if (first.size() < 2) {
                        context.traces().begin(begun);
                    }
                    return failed(Failure.Remedy.GIVE_UP);
                })) {
            queue.begin();
            JobId one = queue.add(List.of(Specs.file("/one"))).getFirst();
            queue.awaitIdle();
            queue.add(List.of(Specs.file("/other")));
            queue.awaitIdle();
            queue.retry(List.of(one));
            queue.awaitIdle();
            assertEquals(List.of(Optional.empty(), Optional.empty()), first);
        }
    }

    @Test
    void twoProgramsDoNotHaveItAtOnce() throws Exception {
        try (var _ = open((_, _) -> OK)) {
            assertThrows(
                    JobFile.InUseException.class, () -> JobFile.open(folder, Clock.systemUTC()));
        }
        open((_, _) -> OK).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "cut", "middle", "newer", "other", "empty rows"})
    void aFileThatCannotBeReadIsSetAsideAndTheQueueGoesOn(String how) throws Exception {
        try (var queue = open((_, _) -> OK)) {
            queue.add(IntStream.range(0, 2_000).mapToObj(i -> Specs.file("/" + i)).toList());
            queue.awaitStored();
        }
        Path file = folder.resolve("queue.db");
        damage(file, how);
        byte[] bytes = Files.readAllBytes(file);

        try (var queue = open((_, _) -> OK)) {
            assertEquals(1, queue.findings().size(), queue.findings().toString());
            assertTrue(
                    queue.findings().getFirst().contains("set aside"), queue.findings().getFirst());
            queue.begin();
            queue.add(List.of(Specs.file("/new")));
            queue.awaitIdle();
            assertEquals(1, queue.changesSince(0).totals().ended());
        }
        List<Path> aside = new ArrayList<>();
        try (var all = Files.newDirectoryStream(folder, "queue-*.db")) {
            all.forEach(aside::add);
        }
        assertEquals(1, aside.size());
        assertArrayEquals(bytes, Files.readAllBytes(aside.getFirst()));
    }

    @Test
    void aFullDiskStopsTheQueueUntilThereIsRoomAndLosesNothing() throws Exception {
        try (var queue = open((_, _) -> OK)) {
            queue.begin();
            queue.add(List.of(Specs.file("/before")));
            queue.awaitIdle();
            limit(queue, 1);
            queue.add(IntStream.range(0, 800).mapToObj(i -> Specs.file("/" + i)).toList());
            Optional<String> trouble = queue.awaitStored();
            assertTrue(trouble.orElse("").contains("the disk is full"), trouble.toString());
            assertEquals(trouble, queue.changesSince(0).totals().trouble());
            assertFalse(queue.isIdle() && queue.changesSince(0).totals().ended() > 800);

            limit(queue, 1_000_000_000);
            await().atMost(PATIENCE).until(() -> queue.changesSince(0).totals().ended() == 801);
            assertEquals(Optional.empty(), queue.changesSince(0).totals().trouble());
        }
        try (var again = open((_, _) -> OK)) {
            again.awaitStored();
            assertEquals(801, again.changesSince(0).totals().ended());
        }
    }

    @Test
    void whatWasAskedOfManyJobsIsDoneWhenItIsStoredAndWhenTheQueueIsClosed() throws Exception {
        try (var queue = open((_, _) -> OK)) {
            List<JobId> _ = queue.add(many(3_500));
            assertEquals(Optional.empty(), queue.awaitStored());
            queue.cancelAll();
            assertEquals(Optional.empty(), queue.awaitStored());
            assertEquals(0, queue.changesSince(0).totals().open());
            queue.clear(QueueList.ENDED);
        }
        try (var again = open((_, _) -> OK)) {
            assertEquals(Optional.empty(), again.awaitStored());
            assertEquals(0, again.changesSince(0).totals().ended());
        }
    }

    @Test
    void whoAskedForManyJobsIsToldAtOnceThatTheDiskIsFull() throws Exception {
        try (var queue = open((_, _) -> OK)) {
            List<JobId> _ = queue.add(many(3_500));
            assertEquals(Optional.empty(), queue.awaitStored());
            limit(queue, 1);
            queue.add(many(1_000));
            queue.cancelAll();
            String trouble = queue.awaitStored().orElseThrow();
            assertTrue(trouble.contains("the disk is full"), trouble);
            limit(queue, 1_000_000);
            await().atMost(PATIENCE).until(() -> queue.changesSince(0).totals().open() == 0);
        }
    }

    private static List<JobSpec> many(int count) {
        return IntStream.range(0, count).mapToObj(number -> Specs.file("/f" + number)).toList();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        open((_, _) -> OK).close();

        for (String name : List.of("queue.db", "queue.db.lock")) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(folder.resolve(name)));
        }
    }

    @Test
    void whatMayDoBetterLaterIsTriedAgainAndFailsInTheEnd() throws Exception {
        var runs = new CopyOnWriteArrayList<Integer>();
        var queue =
                new QueueService(
                        JobFile.open(folder, Clock.systemUTC()),
                        (_, _) -> {
                            runs.add(1);
                            return failed(Failure.Remedy.RETRY_LATER);
                        },
                        () -> new QueueRules(1, 1, _ -> Slots.FREE, AT_ONCE),
                        Clock.systemUTC());
        try (queue) {
            queue.begin();
            JobId id = queue.add(List.of(Specs.file("/a"))).getFirst();
            queue.awaitIdle();
            assertEquals(3, runs.size());
            JobView job = queue.find(id).orElseThrow();
            assertEquals(JobState.FAILED, job.state());
            assertEquals(3, job.attempts());
            assertEquals(1, queue.changesSince(0).totals().failed());
        }
    }

    @Test
    void aJobWaitsForItsTimeThroughTheEndOfTheProgram() throws Exception {
        JobId id;
        Instant far = Instant.now().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.MILLIS);
        try (var queue = open((_, _) -> OK)) {
            queue.begin();
            id =
                    queue.add(
                                    List.of(Specs.file("/a")),
                                    new Wish(Priority.HIGH, Optional.of(far), false))
                            .getFirst();
            queue.awaitStored();
            assertEquals(1, queue.changesSince(0).totals().waiting());
        }
        try (var again = open((_, _) -> OK)) {
            again.begin();
            again.awaitStored();
            JobView job = again.find(id).orElseThrow();
            assertEquals(Optional.of(far), job.due());
            assertEquals(Priority.HIGH, job.priority());
            again.startAt(List.of(id), Instant.now().plusMillis(20));
            again.awaitIdle();
            assertEquals(JobState.SKIPPED, again.find(id).orElseThrow().state());
        }
    }

    private QueueService open(JobRunner runner) throws IOException {
        return open(folder, runner);
    }

    private static QueueService open(Path where, JobRunner runner) throws IOException {
        return new QueueService(
                JobFile.open(where, Clock.systemUTC()),
                runner,
                () -> QueueRules.plain(1),
                Clock.systemUTC(),
                Duration.ofSeconds(2));
    }

    /// The file as a killed program leaves it.
    private void copyTo(Path image) throws IOException {
        Files.createDirectories(image);
        for (String part : List.of("queue.db", "queue.db-wal")) {
            Files.copy(folder.resolve(part), image.resolve(part));
        }
    }

    /// Lets the file grow no further than to so many pages.
    private static void limit(QueueService queue, long pages) throws Exception {
        queue.withTable(table -> table.number("PRAGMA max_page_count = " + pages));
    }

    private static void damage(Path file, String how) throws IOException, SQLException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case "garbage" -> {
                new Random(1).nextBytes(bytes);
                Files.write(file, bytes);
            }
            case "cut" -> {
                unclean(file);
                bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            case "middle" -> {
                unclean(file);
                bytes = Files.readAllBytes(file);
                Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 8_192, (byte) 7);
                Files.write(file, bytes);
            }
            case "newer" -> sql(file, "PRAGMA user_version = 999");
            case "other" -> sql(file, "PRAGMA application_id = 5");
            case "empty rows" -> {
                sql(file, "DROP TABLE jobs");
            }
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static void unclean(Path file) throws SQLException {
        sql(file, "UPDATE notes SET value = 'no' WHERE name = 'closed'");
    }

    private static void sql(Path file, String line) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(line);
        }
    }

    private static Outcome failed(Failure.Remedy remedy) {
        return new Outcome.Failed(Failure.of(Failure.Kind.LOST, "beta", "lost", remedy, ""));
    }

    private static List<JobId> concat(List<JobId> some, List<JobId> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
