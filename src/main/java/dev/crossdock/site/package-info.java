/// What the user knows: sites, passwords for this session, certificates that were accepted.
///
/// Files are JSON with a version in them, owner-only, written to a temporary file and moved into
/// place; one that cannot be read is set aside with a message, never overwritten. No password is
/// written anywhere. [dev.crossdock.site.Prompts] is the port through which the user is asked. Uses
/// only `model`.
@NullMarked
package dev.crossdock.site;

import org.jspecify.annotations.NullMarked;
