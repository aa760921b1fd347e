package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Listing;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.model.OrderList;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.SkipRules;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.CancelSignal;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.Meter;
import dev.crossdock.queue.Slot;
import dev.crossdock.testing.NoTraces;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class FolderTransferTest {

    private static final int MANY = 100_000;
    private static final JobSpec SPEC =
            JobSpec.folder(
                    new SiteId("source"),
                    RemotePath.of("/a"),
                    new SiteId("target"),
                    RemotePath.of("/b"),
                    TransferPolicy.secure(ExistsRule.SKIP));

    /// Counts this thread's work alone, so a busy machine does not matter.
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final List<List<JobSpec>> chunks = new ArrayList<>();

    @Test
    void aHugeFolderBecomesJobsInPortionsAtOnce() throws FailureException {
        List<Entry> entries =
                IntStream.range(0, MANY)
                        .mapToObj(i -> Entry.file("file " + (MANY - i) + ".rar", i))
                        .toList();
        var rules =
                new FolderRules(
                        SkipRules.of(List.of(NamePattern.files("*.nfo"), regex("^sample"))),
                        OrderList.of(List.of(NamePattern.files("*.sfv"))));
        long start = CLOCK.getCurrentThreadCpuTime();
        Outcome.Expanded expanded = expand(entries, rules);
        Duration took = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);

        assertEquals(new Outcome.Expanded(MANY, 0, 0, ""), expanded);
        assertEquals(MANY / 1_000, chunks.size());
        assertTrue(chunks.stream().allMatch(chunk -> chunk.size() == 1_000));
        assertEquals("file 1.rar", names().getFirst());
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
    }

    @Test
    void whatTheUserDoesNotWantIsCountedUnderItsRule() throws FailureException {
        var rules =
                new FolderRules(
                        SkipRules.of(
                                List.of(
                                        NamePattern.files("*.nfo"),
                                        new NamePattern("sample", Syntax.WILDCARD, Scope.FOLDERS))),
                        OrderList.BY_NAME);
        Outcome.Expanded expanded =
                expand(
                        List.of(
                                Entry.folder("Sample"),
                                Entry.file("a.nfo", 1),
                                Entry.file("sample", 1),
                                Entry.file("b.NFO", 1),
                                Entry.folder("x.nfo")),
                        rules);
        assertEquals(
                new Outcome.Expanded(
                        1,
                        1,
                        3,
                        """
                        1 skipped, by your skip list: sample
                        2 skipped, by your skip list: *.nfo\
                        """),
                expanded);
        assertEquals(List.of("sample", "x.nfo"), names());
    }

    @Test
    void onlyNamesThatDifferInCaseAreTwins() throws FailureException {
        expand(
                List.of(Entry.file("a", 1), Entry.file("b", 1), Entry.file("B", 1)),
                FolderRules.NONE);
        assertEquals(
                List.of(false, true, true),
                chunks.getFirst().stream().map(JobSpec::caseTwin).toList());
    }

    @Test
    void filesThatTheListNamesGoFirstAndFoldersLast() throws FailureException {
        var rules =
                new FolderRules(
                        SkipRules.NONE,
                        OrderList.of(Stream.of("*.sfv", "*.nfo").map(NamePattern::files).toList()));
        expand(
                List.of(
                        Entry.folder("a"),
                        Entry.file("x10", 1),
                        Entry.file("z.nfo", 1),
                        Entry.file("x9", 1),
                        Entry.file("z.sfv", 1)),
                rules);
        assertEquals(List.of("z.sfv", "z.nfo", "x9", "x10", "a"), names());
    }

    @Test
    void linksThatAreNotWantedAreNotLookedAt() throws FailureException {
        var link =
                new Entry(
                        "x.nfo",
                        Entry.Kind.LINK,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var rules =
                new FolderRules(
                        SkipRules.of(List.of(NamePattern.files("*.nfo"))), OrderList.BY_NAME);
        assertEquals(1, expand(List.of(link), rules).leftOut());
    }

    @Test
    void anEmptyFolderIsMadeAndTheNoteOnMuchThatIsLeftOutStaysShort() throws FailureException {
        var target = new OneFolder(List.of());
        List<String> leftOut = IntStream.range(0, 5_000).mapToObj(i -> "line " + i).toList();
        var listing = new Listing(SPEC.sourcePath(), List.of(), leftOut);
        var expanded =
                (Outcome.Expanded)
                        FolderTransfer.run(
                                        SPEC,
                                        new OneFolder(listing, new ArrayList<>()),
                                        target,
                                        new Meter(),
                                        FolderRules.NONE)
                                .lineUp(context());
        assertEquals(List.of(SPEC.targetPath()), target.made());
        assertEquals(5_000, expanded.leftOut());
        List<String> lines = expanded.note().lines().toList();
        assertEquals(101, lines.size());
        assertEquals("… and 4,900 more.", lines.getLast());
        assertEquals(List.of(), chunks);
    }

    private Outcome.Expanded expand(List<Entry> entries, FolderRules rules)
            throws FailureException {
        return (Outcome.Expanded)
                FolderTransfer.run(
                                SPEC,
                                new OneFolder(entries),
                                new OneFolder(List.of()),
                                new Meter(),
                                rules)
                        .lineUp(context());
    }

    private JobContext context() {
        return new JobContext(
                new Meter(),
                new CancelSignal(),
                1,
                Instant.EPOCH,
                chunks::add,
                new NoTraces(),
                Slot.ALONE);
    }

    private List<String> names() {
        return chunks.stream()
                .flatMap(List::stream)
                .map(child -> child.sourcePath().name())
                .toList();
    }

    private static NamePattern regex(String text) {
        return new NamePattern(text, Syntax.REGEX, Scope.BOTH);
    }

    private record OneFolder(Listing listing, List<RemotePath> made) implements Storage {

        OneFolder(List<Entry> entries) {
            this(new Listing(SPEC.sourcePath(), entries, List.of()), new ArrayList<>());
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public OptionalLong size(RemotePath file) {
            return OptionalLong.empty();
        }

        @Override
        public Optional<Instant> modified(RemotePath file) {
            return Optional.empty();
        }

        @Override
        public OptionalLong settled(RemotePath file, OptionalLong first, long patientTo) {
            return first;
        }

        @Override
        public boolean canResume() {
            return true;
        }

        @Override
        public void requireName(RemotePath path) {}

        @Override
        public Listing list(RemotePath folder) {
            return listing;
        }

        @Override
        public boolean isFolder(RemotePath path) {
            throw new AssertionError("a round trip for " + path);
        }

        @Override
        public boolean makeFolder(RemotePath folder) {
            made.add(folder);
            return false;
        }
    }
}
