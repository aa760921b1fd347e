package dev.crossdock.ftp;

import dev.crossdock.model.TranscriptLine;

/// Takes down what is said on control connections.
@FunctionalInterface
public interface Transcript {
    void add(TranscriptLine line);
}
