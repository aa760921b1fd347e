package dev.crossdock.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A person who types what a test says, or nobody.
final class FakeTerminal implements Terminal {

    private final boolean there;
    private final Deque<String> typed = new ArrayDeque<>();

    private FakeTerminal(boolean there, List<String> lines) {
        this.there = there;
        typed.addAll(lines);
    }

    static FakeTerminal none() {
        return new FakeTerminal(false, List.of());
    }

    static FakeTerminal typing(String... lines) {
        return new FakeTerminal(true, List.of(lines));
    }

    List<String> left() {
        return List.copyOf(typed);
    }

    @Override
    public boolean canAsk() {
        return there;
    }

    @Override
    public boolean showsProgress() {
        return there;
    }

    @Override
    public Optional<String> readLine() {
        return Optional.ofNullable(typed.poll());
    }

    @Override
    public Optional<char[]> readPassword() {
        return readLine().map(String::toCharArray);
    }
}
