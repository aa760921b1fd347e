package dev.crossdock.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A person who types what a test says, or nobody.
final class FakeTerminal implements Terminal {

    private final boolean there;
    private final Deque<String> typed = new ArrayDeque<>();
    private final Optional<CountDownLatch> asked;

    private FakeTerminal(boolean there, List<String> lines, Optional<CountDownLatch> asked) {
        this.there = there;
        this.asked = asked;
        typed.addAll(lines);
    }

    static FakeTerminal none() {
        return new FakeTerminal(false, List.of(), Optional.empty());
    }

    /// Types these lines, then ends the input.
    static FakeTerminal typing(String... lines) {
        return new FakeTerminal(true, List.of(lines), Optional.empty());
    }

    /// Never answers.
    static FakeTerminal thinking(CountDownLatch asked) {
        return new FakeTerminal(true, List.of(), Optional.of(asked));
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
    public Optional<String> readLine() throws InterruptedException {
        if (asked.isPresent()) {
            asked.get().countDown();
            new CountDownLatch(1).await();
        }
        return Optional.ofNullable(typed.poll());
    }

    @Override
    public Optional<char[]> readPassword() throws InterruptedException {
        return readLine().map(String::toCharArray);
    }
}
