package dev.crossdock.exchange;

import dev.crossdock.model.SiteId;
import dev.crossdock.site.SiteGroup;

import java.util.List;
import java.util.Map;

/// What a file held.
///
/// @param groups the folders that hold no site
/// @param findings what came of each site, in the order of the file
/// @param bySite what came of those that were taken
public record Imported(
        Format format,
        List<Parcel> sites,
        List<SiteGroup> groups,
        List<Finding> findings,
        Map<SiteId, List<Finding>> bySite) {

    public Imported {
        sites = List.copyOf(sites);
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
        bySite = Map.copyOf(bySite);
    }

    /// What came of this one.
    public List<Finding> about(Parcel parcel) {
        return bySite.getOrDefault(parcel.site().id(), List.of());
    }

    public void wipe() {
        sites.forEach(Parcel::wipe);
    }
}
