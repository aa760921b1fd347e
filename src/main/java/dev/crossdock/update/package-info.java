/// Whether there is a newer Crossdock: asked only with consent, and only ever told.
///
/// A list of releases is read from the one address that the build names, over TLS, together with
/// its signature. Since whoever answers there could say anything,
/// [dev.crossdock.update.UpdateCheck] takes a list only if the build's own key signed its bytes, if
/// it is not older than one that was seen before, and if it still holds; so neither a broken server
/// nor a stolen certificate can offer a program or hide one for long. Nothing is downloaded or
/// installed, since the packages of each system have their own way for that: what is found is a
/// version, a line of news and the address of a page.
///
/// The request says which version asks, and nothing of who. A build that names no list has nothing
/// of this. What was found last lies in a file of [dev.crossdock.store], so that the next start
/// knows it without asking. Uses `store` and `model`.
@NullMarked
package dev.crossdock.update;

import org.jspecify.annotations.NullMarked;
