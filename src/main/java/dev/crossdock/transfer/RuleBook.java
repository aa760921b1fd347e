package dev.crossdock.transfer;

import dev.crossdock.model.FolderRules;
import dev.crossdock.model.SiteId;

/// Where the user's rules for names are kept.
@FunctionalInterface
public interface RuleBook {

    FolderRules rulesFor(SiteId source, SiteId target);
}
