package dev.crossdock.exchange;

import dev.crossdock.site.SiteGroup;

import java.util.List;

/// What a file held.
///
/// @param groups the folders that hold no site
/// @param findings what came of each site, in the order of the file
public record Imported(
        Format format, List<Parcel> sites, List<SiteGroup> groups, List<Finding> findings) {

    public Imported {
        sites = List.copyOf(sites);
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /// What came of this one.
    public List<Finding> about(Parcel parcel) {
        String label = Words.line(parcel.label());
        return findings.stream().filter(finding -> finding.site().equals(label)).toList();
    }

    public void wipe() {
        sites.forEach(Parcel::wipe);
    }
}
