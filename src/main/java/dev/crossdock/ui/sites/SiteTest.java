package dev.crossdock.ui.sites;

import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Logs on to a server to see whether it can be done; nothing of it is saved.
public interface SiteTest {

    sealed interface Result {
        /// @param greeting the server's first words
        record Passed(ServerFacts facts, Optional<String> greeting) implements Result {}

        record Failed(Failure failure) implements Result {}
    }

    /// @param secrets for this login only; wiped when it is done
    /// @param told gets the result on the screen, unless the test is given up
    /// @return gives it up
    Runnable begin(Server server, Map<SecretKind, char[]> secrets, Consumer<Result> told);
}
