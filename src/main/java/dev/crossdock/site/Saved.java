package dev.crossdock.site;

/// One entry of the file of sites: a site, or a folder that may hold some.
sealed interface Saved permits Site, SiteGroup {}
