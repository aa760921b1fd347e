package dev.crossdock.site;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.OrderList;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.SkipRules;
import dev.crossdock.model.TransferPolicy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How the user wants files to be carried over, wherever a transfer does not say otherwise, the
/// vault to be kept meanwhile, and newer versions to be looked for.
public record TransferSettings(
        Exists exists,
        Copies copies,
        Skips skips,
        Order order,
        Retry retry,
        Slots slots,
        Then then,
        Locking locking,
        NewVersions newVersions) {

    public static final int MOST_PATTERNS = 500;
    public static final int MOST_SLOTS = 1_000;

    /// One part; each is kept by itself, so that a damaged one does not take the others with it.
    public sealed interface Part {}

    /// What to do when the target already has a file of that name.
    public record Exists(ExistsRule upload, ExistsRule download, ExistsRule between)
            implements Part {

        static final Exists USUAL = new Exists(ExistsRule.ASK, ExistsRule.ASK, ExistsRule.ASK);

        public ExistsRule of(SiteId source, SiteId target) {
            if (source.isLocal()) {
                return upload;
            }
            return target.isLocal() ? download : between;
        }
    }

    /// @param keepTimes a copy gets the source's time of last change
    /// @param rollBack how many bytes before the end of what is there a resume begins
    public record Copies(boolean keepTimes, long rollBack) implements Part {

        static final Copies USUAL = new Copies(false, 0);

        public Copies {
            TransferPolicy.requireRollBack(rollBack);
        }
    }

    /// What is not carried over because of its name.
    ///
    /// @param bySite what is not carried to or from that site besides
    public record Skips(List<NamePattern> everywhere, Map<SiteId, List<NamePattern>> bySite)
            implements Part {

        static final Skips USUAL = new Skips(List.of(), Map.of());

        public Skips {
            everywhere = TransferSettings.bounded(everywhere);
            bySite = boundedLists(bySite);
        }

        public SkipRules rules(SiteId source, SiteId target) {
            return SkipRules.of(
                    Stream.of(everywhere, of(source), of(target))
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
        }

        private List<NamePattern> of(SiteId site) {
            return bySite.getOrDefault(site, List.of());
        }

        private static Map<SiteId, List<NamePattern>> boundedLists(
                Map<SiteId, List<NamePattern>> lists) {
            var kept = new HashMap<SiteId, List<NamePattern>>();
            lists.forEach((site, patterns) -> kept.put(site, TransferSettings.bounded(patterns)));
            return Map.copyOf(kept);
        }
    }

    /// Which files of a folder go before the others.
    public record Order(List<NamePattern> first) implements Part {

        static final Order USUAL = new Order(List.of(NamePattern.files("*.sfv")));

        public Order {
            first = bounded(first);
        }
    }

    /// How often a job is tried again by itself, and when: each delay is twice the one before.
    ///
    /// @param tries in all, the first one counted
    public record Retry(int tries, Duration firstDelay, Duration longestDelay) implements Part {

        public static final int MOST_TRIES = 1_000;
        public static final Duration LONGEST = Duration.ofDays(1);

        static final Retry USUAL = new Retry(5, Duration.ofSeconds(5), Duration.ofMinutes(10));

        public Retry {
            if (tries < 1 || tries > MOST_TRIES) {
                throw new IllegalArgumentException(
                        "A job is tried 1 to %,d times, not %,d.".formatted(MOST_TRIES, tries));
            }
            if (firstDelay.compareTo(Duration.ofSeconds(1)) < 0
                    || longestDelay.compareTo(firstDelay) < 0
                    || longestDelay.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "The delays between two tries lie between a second and a day, the first is"
                                + " not the longer one.");
            }
        }
    }

    /// How much goes on at once.
    ///
    /// @param betweenTwo files at once between the same two sites
    /// @param inAll files at once
    public record Slots(int betweenTwo, int inAll, Map<SiteId, SiteSlots> bySite) implements Part {

        static final Slots USUAL = new Slots(2, 16, Map.of());

        public Slots {
            requireSlots(betweenTwo);
            requireSlots(inAll);
            bySite = Map.copyOf(bySite);
        }

        public SiteSlots of(SiteId site) {
            return bySite.getOrDefault(site, SiteSlots.UNBOUNDED);
        }
    }

    /// What one site allows at once; empty is as much as there is.
    ///
    /// @param logins in all
    /// @param uploads files on their way to it
    /// @param downloads files on their way from it
    public record SiteSlots(OptionalInt logins, OptionalInt uploads, OptionalInt downloads) {

        public static final SiteSlots UNBOUNDED =
                new SiteSlots(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

        public SiteSlots {
            logins.ifPresent(TransferSettings::requireSlots);
            uploads.ifPresent(TransferSettings::requireSlots);
            downloads.ifPresent(TransferSettings::requireSlots);
        }
    }

    public enum WhenDone {
        NOTHING,
        NOTIFY,
        QUIT
    }

    /// What happens when nothing is left to carry over.
    public record Then(WhenDone action) implements Part {

        static final Then USUAL = new Then(WhenDone.NOTHING);
    }

    /// When the vault locks itself.
    ///
    /// @param afterIdle in whole minutes; zero for never, so that a queue can go on unattended
    public record Locking(Duration afterIdle) implements Part {

        public static final Duration LONGEST = Duration.ofDays(1);

        static final Locking USUAL = new Locking(Duration.ZERO);

        public Locking {
            if (afterIdle.isNegative()
                    || afterIdle.compareTo(LONGEST) > 0
                    || !afterIdle.equals(Duration.ofMinutes(afterIdle.toMinutes()))) {
                throw new IllegalArgumentException(
                        "The vault locks itself after whole minutes, within a day.");
            }
        }
    }

    /// Whether to look for newer versions; nobody is asked before the user says so.
    public record NewVersions(boolean lookWeekly) implements Part {

        static final NewVersions USUAL = new NewVersions(false);
    }

    /// What holds for who has changed nothing.
    public static TransferSettings usual() {
        return new TransferSettings(
                Exists.USUAL,
                Copies.USUAL,
                Skips.USUAL,
                Order.USUAL,
                Retry.USUAL,
                Slots.USUAL,
                Then.USUAL,
                Locking.USUAL,
                NewVersions.USUAL);
    }

    /// The same with another part of that kind.
    public TransferSettings with(Part part) {
        return new TransferSettings(
                either(Exists.class, part, exists),
                either(Copies.class, part, copies),
                either(Skips.class, part, skips),
                either(Order.class, part, order),
                either(Retry.class, part, retry),
                either(Slots.class, part, slots),
                either(Then.class, part, then),
                either(Locking.class, part, locking),
                either(NewVersions.class, part, newVersions));
    }

    private static <P extends Part> P either(Class<P> kind, Part part, P own) {
        return kind.isInstance(part) ? kind.cast(part) : own;
    }

    /// What a policy is under these settings.
    public TransferPolicy policy(TransferPolicy policy, SiteId source, SiteId target) {
        return policy.with(exists.of(source, target))
                .keepingTimes(copies.keepTimes())
                .rollingBack(copies.rollBack());
    }

    /// What of a folder is carried over, and in which order.
    public FolderRules folderRules(SiteId source, SiteId target) {
        return new FolderRules(skips.rules(source, target), OrderList.of(order.first()));
    }

    /// The parts that are not as the other settings have them.
    public List<Part> unlike(TransferSettings other) {
        var own = new ArrayList<>(parts());
        own.removeAll(other.parts());
        return List.copyOf(own);
    }

    /// The same with other parts.
    public TransferSettings withAll(List<Part> others) {
        TransferSettings settings = this;
        for (Part part : others) {
            settings = settings.with(part);
        }
        return settings;
    }

    /// The parts that are not the usual ones.
    List<Part> changed() {
        return unlike(usual());
    }

    static TransferSettings of(List<Part> changed) {
        return usual().withAll(changed);
    }

    private List<Part> parts() {
        return List.of(exists, copies, skips, order, retry, slots, then, locking, newVersions);
    }

    private static List<NamePattern> bounded(List<NamePattern> patterns) {
        if (patterns.size() > MOST_PATTERNS) {
            throw new IllegalArgumentException(
                    "A list has at most %d patterns for names.".formatted(MOST_PATTERNS));
        }
        return List.copyOf(patterns);
    }

    private static void requireSlots(int slots) {
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new IllegalArgumentException(
                    "1 to %,d go on at once, not %,d.".formatted(MOST_SLOTS, slots));
        }
    }
}
