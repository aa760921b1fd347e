package dev.crossdock.ui.site;

import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import java.util.stream.Collectors;

/// How a folder of sites reads.
public final class FolderWords {

    private static final String ARROW = " \u203a ";

    private FolderWords() {}

    /// `Work › Clients`; for the top, that it is the top.
    public static String of(SiteGroup group) {
        return group.isTop()
                ? Strings.text("sites.top")
                : group.names().stream().map(VisibleText::of).collect(Collectors.joining(ARROW));
    }
}
