package dev.crossdock.cli;

import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.RemotePath;

/// A place on a server or on this computer, told as the user writes it.
///
/// @param url for scripts; means just this when it is given back to Crossdock
/// @param shown for people, unprintable characters written out
record Spot(String url, String shown) {

    /// @param prefix what stands before the path: `ftps://me@alpha:2121`, `site:alpha`
    static Spot of(String prefix, RemotePath path) {
        String encoded = PercentText.encodePath(path.value());
        boolean tilde = encoded.equals("/~") || encoded.startsWith("/~/");
        return new Spot(
                prefix + (tilde ? "/%7E" + encoded.substring(2) : encoded),
                PlainText.name(prefix + path.value()));
    }

    static Spot local(RemotePath path) {
        String text = LocalPaths.HERE.text(path);
        return new Spot(text, PlainText.name(text));
    }

    /// Before it is known what the path means.
    static Spot typed(Place place) {
        return new Spot(place.typed(), PlainText.name(place.typed()));
    }
}
