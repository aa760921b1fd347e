package dev.crossdock.exchange;

import java.util.List;

/// A file to be written, and what has no place in it.
public final class Exported {

    private final byte[] content;
    private final List<Finding> findings;

    Exported(byte[] content, List<Finding> findings) {
        this.content = content;
        this.findings = List.copyOf(findings);
    }

    public byte[] content() {
        return content.clone();
    }

    public List<Finding> findings() {
        return findings;
    }
}
