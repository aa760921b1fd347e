package dev.crossdock.exchange;

import java.util.List;

/// A file to be written.
///
/// @param findings what has no place in it; empty if all has
public record Exported(byte[] content, List<Finding> findings) {

    public Exported {
        findings = List.copyOf(findings);
    }
}
