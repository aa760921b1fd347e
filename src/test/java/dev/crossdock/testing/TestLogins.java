package dev.crossdock.testing;

import dev.crossdock.ftp.Logins;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Gives one password after the other, the last one again and again.
public final class TestLogins implements Logins {

    private final Deque<String> passwords = new ArrayDeque<>();
    private final List<Boolean> asked = new ArrayList<>();
    private final List<SecretKind> kinds = new ArrayList<>();
    private boolean endless = true;

    public TestLogins(String... passwords) {
        this.passwords.addAll(List.of(passwords));
    }

    /// After the last password there is none.
    public TestLogins thenNone() {
        endless = false;
        return this;
    }

    /// For each question, whether a password had been refused before.
    public synchronized List<Boolean> asked() {
        return List.copyOf(asked);
    }

    /// For each question, what for.
    public synchronized List<SecretKind> kinds() {
        return List.copyOf(kinds);
    }

    @Override
    public synchronized Optional<char[]> secret(Server server, SecretKind kind, boolean again) {
        asked.add(again);
        kinds.add(kind);
        String next = endless && passwords.size() == 1 ? passwords.peek() : passwords.poll();
        return Optional.ofNullable(next).map(String::toCharArray);
    }
}
