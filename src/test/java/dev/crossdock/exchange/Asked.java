package dev.crossdock.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A person who knows these master passwords, one after the other.
final class Asked implements MasterPasswords {

    final List<Boolean> agains = new ArrayList<>();
    final List<char[]> given = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();

    Asked(String... answers) {
        this.answers.addAll(List.of(answers));
    }

    @Override
    public Optional<char[]> ask(Format program, boolean again) {
        agains.add(again);
        Optional<char[]> answer = Optional.ofNullable(answers.poll()).map(String::toCharArray);
        answer.ifPresent(given::add);
        return answer;
    }
}
