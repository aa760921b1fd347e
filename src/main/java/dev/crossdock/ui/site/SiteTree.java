package dev.crossdock.ui.site;

import dev.crossdock.model.NaturalOrder;
import dev.crossdock.model.Server;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A folder of sites with what lies in it, each kind in the natural order of its names.
public record SiteTree(SiteGroup group, List<SiteTree> folders, List<Site> sites) {

    private static final Comparator<Site> BY_NAME =
            Comparator.comparing(Site::name, NaturalOrder.NATURAL)
                    .thenComparing(site -> site.id().value());

    private static final Comparator<SiteGroup> BY_LAST_NAME =
            Comparator.comparing(SiteGroup::name, NaturalOrder.NATURAL);

    public SiteTree {
        folders = List.copyOf(folders);
        sites = List.copyOf(sites);
    }

    /// @param groups with those that hold no site; the folders that these lie in are among them
    public static SiteTree of(Collection<Site> sites, Collection<SiteGroup> groups) {
        Map<SiteGroup, List<Site>> inside = new HashMap<>();
        sites.forEach(
                site -> inside.computeIfAbsent(site.group(), _ -> new ArrayList<>()).add(site));
        Map<SiteGroup, TreeSet<SiteGroup>> below = new HashMap<>();
        groups.stream()
                .filter(group -> !group.isTop())
                .forEach(group ->
                        below.computeIfAbsent(group.parent(), _ -> new TreeSet<>(BY_LAST_NAME))
                                .add(group));
        return grown(SiteGroup.TOP, inside, below);
    }

    /// What has all the words in it: a site by its name, host, user or notes, or a folder by its
    /// name with all that it holds. The folders on the way stay.
    public SiteTree matching(String typed) {
        List<String> words = words(typed);
        return words.isEmpty() ? this : matching(words);
    }

    /// Whether a site has all the words in its name, host, user or notes.
    public static boolean matches(Site site, String typed) {
        return matches(site, words(typed));
    }

    /// All sites in here, however deep.
    public Stream<Site> all() {
        return Stream.concat(folders.stream().flatMap(SiteTree::all), sites.stream());
    }

    /// All folders in here, however deep.
    public Stream<SiteGroup> allFolders() {
        return folders.stream()
                .flatMap(folder -> Stream.concat(Stream.of(folder.group()), folder.allFolders()));
    }

    public boolean isEmpty() {
        return folders.isEmpty() && sites.isEmpty();
    }

    private static SiteTree grown(
            SiteGroup group,
            Map<SiteGroup, List<Site>> inside,
            Map<SiteGroup, TreeSet<SiteGroup>> below) {
        return new SiteTree(
                group,
                below.getOrDefault(group, new TreeSet<>(BY_LAST_NAME)).stream()
                        .map(folder -> grown(folder, inside, below))
                        .toList(),
                inside.getOrDefault(group, List.of()).stream().sorted(BY_NAME).toList());
    }

    private SiteTree matching(List<String> words) {
        return new SiteTree(
                group,
                folders.stream()
                        .map(folder ->
                                hasAll(folder.group().name(), words)
                                        ? folder
                                        : folder.matching(words))
                        .filter(folder -> !folder.isEmpty() || hasAll(folder.group().name(), words))
                        .toList(),
                sites.stream().filter(site -> matches(site, words)).toList());
    }

    private static boolean matches(Site site, List<String> words) {
        Server server = site.server();
        return hasAll(
                String.join("\n", server.name(), server.host(), server.user(), site.notes()),
                words);
    }

    private static boolean hasAll(String text, List<String> words) {
        String folded = folded(text);
        return words.stream().allMatch(folded::contains);
    }

    private static List<String> words(String typed) {
        return Stream.of(folded(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
