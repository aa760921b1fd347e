package dev.crossdock.ui.pane;

import dev.crossdock.browse.Browser;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.ui.site.Destination;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What a pane has once it is logged in.
///
/// @param trouble why the folder is not the one that was wanted, or why it looks empty
record Arrival(ServerFacts facts, Listing listing, Optional<Failure> trouble) {

    /// Logs in and lists the first folder.
    ///
    /// A saved folder may be gone, and a listing may fail where the login did not: neither is a
    /// reason to show no pane at all.
    static Arrival at(Browser browser, Destination to)
            throws FailureException, InterruptedException {
        ServerFacts facts = browser.connect();
        var folders = new LinkedHashSet<RemotePath>();
        to.folder().ifPresent(folders::add);
        folders.add(facts.home());
        Optional<Failure> trouble = Optional.empty();
        for (RemotePath folder : folders) {
            try {
                return new Arrival(facts, browser.list(folder), trouble);
            } catch (FailureException e) {
                trouble = trouble.or(() -> Optional.of(e.failure()));
            }
        }
        return new Arrival(facts, new Listing(facts.home(), List.of(), List.of()), trouble);
    }
}
