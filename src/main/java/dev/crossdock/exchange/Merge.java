package dev.crossdock.exchange;

import dev.crossdock.exchange.Finding.Changed;
import dev.crossdock.exchange.Finding.Skipped;
import dev.crossdock.model.Server.Login;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Fits sites in among those that are there. Pure.
public final class Merge {

    private final Map<SiteGroup, Folder> folders = new HashMap<>();
    private final List<Parcel> added = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Merge() {}

    /// What is to be saved.
    ///
    /// @param groups folders that stay empty
    /// @param findings what was renamed or is there already, by the names in the file
    public record Merged(List<Parcel> sites, Set<SiteGroup> groups, List<Finding> findings) {

        public Merged {
            sites = List.copyOf(sites);
            groups = Set.copyOf(groups);
            findings = List.copyOf(findings);
        }
    }

    /// A site whose name is taken in its folder, upper or lower case, gets a number behind it; one
    /// that is there already, the same login under the same name, is left out.
    ///
    /// @param chosen the sites to take, all of a file or fewer
    /// @param groups the empty folders to take
    /// @param target the folder that all of it goes to
    public static Merged into(
            Collection<Site> present,
            Collection<Parcel> chosen,
            Collection<SiteGroup> groups,
            SiteGroup target) {
        var merge = new Merge();
        present.forEach(
                site -> merge.folders.computeIfAbsent(site.group(), _ -> new Folder()).put(site));
        chosen.forEach(parcel -> merge.add(parcel, target));
        var folders = new LinkedHashSet<SiteGroup>();
        groups.forEach(group -> folders.add(under(target, group)));
        folders.remove(SiteGroup.TOP);
        return new Merged(merge.added, folders, merge.findings);
    }

    private void add(Parcel parcel, SiteGroup target) {
        SiteGroup group = under(target, parcel.site().group());
        Site site = parcel.site().in(group);
        Folder folder = folders.computeIfAbsent(group, _ -> new Folder());
        if (folder.holds(site)) {
            findings.add(new Skipped(parcel.label(), "It is already there."));
            return;
        }
        String name = folder.free(site.name());
        if (!name.equals(site.name())) {
            findings.add(
                    new Changed(
                            parcel.label(),
                            "It is called %s, since its folder has another site of its name."
                                    .formatted(Words.quoted(name))));
        }
        Site fitted = site.with(site.server().named(name));
        folder.put(fitted);
        added.add(parcel.with(fitted));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String numbered(String name, int number) {
        String end = " " + number;
        return Words.cut(name, SiteGroup.LONGEST_NAME - end.length()) + end;
    }

    /// The folder in the target; what would lie too deep is in the deepest that can be.
    private static SiteGroup under(SiteGroup target, SiteGroup group) {
        List<String> names = new ArrayList<>(target.names());
        names.addAll(group.names());
        return new SiteGroup(names.subList(0, Math.min(names.size(), SiteGroup.DEEPEST)));
    }

    /// The names that are taken in one folder.
    private static final class Folder {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Login, Set<String>> namesByLogin = new HashMap<>();

        void put(Site site) {
            String key = key(site.name());
            numbers.putIfAbsent(key, 2);
            namesByLogin.computeIfAbsent(site.server().login(), _ -> new HashSet<>()).add(key);
        }

        /// Under its name or that with a number, which an import before may have given it.
        boolean holds(Site site) {
            String key = key(site.name());
            return namesByLogin.getOrDefault(site.server().login(), Set.of()).stream()
                    .anyMatch(name -> name.equals(key) || isNumbered(name, key));
        }

        String free(String name) {
            String key = key(name);
            Integer number = numbers.get(key);
            if (number == null) {
                return name;
            }
            String numbered = numbered(name, number);
            while (numbers.containsKey(key(numbered))) {
                number++;
                numbered = numbered(name, number);
            }
            numbers.put(key, number + 1);
            return numbered;
        }

        private static boolean isNumbered(String name, String key) {
            return name.startsWith(key + " ")
                    && name.length() > key.length() + 1
                    && name.chars().skip(key.length() + 1L).allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
