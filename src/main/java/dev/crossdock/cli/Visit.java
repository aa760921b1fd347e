package dev.crossdock.cli;

import dev.crossdock.browse.Browser;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.ServerFacts;

/// A server that we are logged in on.
record Visit(Login login, Browser browser, ServerFacts facts, Lookup lookup) {

    RemotePath resolve(PlacePath path) {
        return path.resolve(facts.home(), login.start());
    }
}
