package dev.crossdock.ui.sites;

import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;

/// What the tree shows in one row.
sealed interface Item {

    record Folder(SiteGroup group) implements Item {}

    record Entry(Site site) implements Item {}

    /// The folder that it lies in.
    default SiteGroup parent() {
        return switch (this) {
            case Folder(SiteGroup group) -> group.parent();
            case Entry(Site site) -> site.group();
        };
    }

    /// The folder that something new goes into while this is selected.
    default SiteGroup around() {
        return switch (this) {
            case Folder(SiteGroup group) -> group;
            case Entry(Site site) -> site.group();
        };
    }

    default String name() {
        return switch (this) {
            case Folder(SiteGroup group) -> group.name();
            case Entry(Site site) -> site.name();
        };
    }

    /// Whether this is the same folder or site, whatever else was changed about it.
    default boolean isSame(Item other) {
        return switch (this) {
            case Folder folder -> folder.equals(other);
            case Entry(Site site) ->
                    other instanceof Entry(Site others) && others.id().equals(site.id());
        };
    }
}
