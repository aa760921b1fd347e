package dev.crossdock.exchange;

import dev.crossdock.exchange.Finding.Changed;
import dev.crossdock.exchange.Finding.Skipped;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.SiteGroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects what a reader finds; one site that is no good does not cost the others.
final class Harvest {

    static final int MOST_SITES = 10_000;
    static final int MOST_FOLDERS = 10_000;
    static final int MOST_FINDINGS = 50_000;

    private final List<Parcel> sites = new ArrayList<>();
    private final Set<SiteGroup> folders = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<SiteId, List<Finding>> bySite = new HashMap<>();
    private int seen;

    /// Reads one site into its draft.
    interface Filling {
        void fill(Draft draft) throws UnusableSiteException, InterruptedException;
    }

    void site(SiteGroup group, String rawName, Filling filling) throws InterruptedException {
        if (++seen > MOST_SITES) {
            if (seen == MOST_SITES + 1) {
                note(new Skipped("", "Only the first %,d sites were read.".formatted(MOST_SITES)));
            }
            return;
        }
        var draft = new Draft(group, rawName);
        try {
            filling.fill(draft);
            Parcel parcel = draft.finish();
            sites.add(parcel);
            bySite.put(parcel.site().id(), draft.findings());
            draft.findings().forEach(this::note);
        } catch (UnusableSiteException e) {
            draft.wipe();
            note(new Skipped(named(draft.label()), e.why()));
        }
    }

    void folder(SiteGroup folder) {
        if (folders.size() < MOST_FOLDERS) {
            folders.add(folder);
        }
    }

    /// The folder that these names lead to; blank ones count for nothing.
    SiteGroup group(List<String> rawNames) {
        List<String> names =
                rawNames.stream().filter(name -> !Words.plain(name).isEmpty()).toList();
        SiteGroup group = SiteGroup.TOP;
        for (String name : names) {
            SiteGroup child = child(group, name);
            if (child.equals(group)) {
                return group;
            }
            group = child;
        }
        return group;
    }

    /// The folder of that name in another; where that would be too deep, the other itself.
    SiteGroup child(SiteGroup group, String rawName) {
        String name = Words.cut(Words.plain(rawName), SiteGroup.LONGEST_NAME);
        if (group.names().size() == SiteGroup.DEEPEST) {
            note(
                    new Changed(
                            Parcel.label(group, name),
                            "Folders lie at most %d deep; what it holds is in the folder above."
                                    .formatted(SiteGroup.DEEPEST)));
            return group;
        }
        SiteGroup child = group.child(name);
        folder(child);
        return child;
    }

    void note(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else if (findings.size() == MOST_FINDINGS) {
            findings.add(new Skipped("", "More was changed or left out than is told here."));
        }
    }

    Imported imported(Format format) {
        var used = new LinkedHashSet<SiteGroup>();
        for (Parcel parcel : sites) {
            SiteGroup group = parcel.site().group();
            while (!group.isTop() && used.add(group)) {
                group = group.parent();
            }
        }
        return new Imported(
                format,
                sites,
                folders.stream().filter(folder -> !used.contains(folder)).toList(),
                findings,
                bySite);
    }

    void wipe() {
        sites.forEach(Parcel::wipe);
    }

    private String named(String label) {
        return label.isEmpty() ? "number " + seen : label;
    }
}
