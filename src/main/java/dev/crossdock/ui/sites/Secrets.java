package dev.crossdock.ui.sites;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.ui.site.Sites;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// Carries out in the background what the form says of secrets, and brings to the screen what came
/// of it.
public final class Secrets implements Sites.Forgetting {

    private final Keyring keyring;
    private final Executor background;
    private final Executor screen;

    /// @param background one thing after the other
    public Secrets(Keyring keyring, Executor background, Executor screen) {
        this.keyring = keyring;
        this.background = background;
        this.screen = screen;
    }

    private interface Work {
        void run() throws FailureException, InterruptedException;
    }

    /// @param found gets, on the screen, which secrets are kept
    void look(Consumer<BiPredicate<Server, SecretKind>> found) {
        background.execute(() -> {
            BiPredicate<Server, SecretKind> kept = keyring.kept();
            screen.execute(() -> found.accept(kept));
        });
    }

    /// A copy, for the caller to wipe.
    Optional<char[]> find(Server server, SecretKind kind) {
        return keyring.find(server, kind);
    }

    /// @param done runs on the screen, however it ends
    /// @param failed gets the words of what did not work
    void carryOut(
            Server server,
            Map<SecretKind, SecretField.Order> orders,
            Runnable done,
            Consumer<String> failed) {
        background.execute(() -> {
            orders.forEach((kind, order) -> attempt(() -> carryOut(server, kind, order), failed));
            screen.execute(done);
        });
    }

    @Override
    public void forget(Collection<SiteId> sites, Consumer<String> failed) {
        background.execute(() -> attempt(() -> keyring.forget(sites), failed));
    }

    private void carryOut(Server server, SecretKind kind, SecretField.Order order)
            throws FailureException, InterruptedException {
        switch (order) {
            case SecretField.Order.Leave() -> {}
            case SecretField.Order.Forget() -> keyring.forget(server.id(), kind);
            case SecretField.Order.Keep keep -> {
                char[] secret = keep.secret();
                try {
                    keyring.keep(server, kind, secret);
                } finally {
                    Arrays.fill(secret, '\0');
                }
            }
        }
    }

    private void attempt(Work work, Consumer<String> failed) {
        try {
            work.run();
        } catch (FailureException failure) {
            screen.execute(() -> failed.accept(failure.failure().words()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
