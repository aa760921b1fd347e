package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.WireText;

/// Whether a name that one server has can be used on the other.
final class NameRule {

    /// What file systems in use take for one name, in bytes.
    static final int LONGEST = 255;

    private NameRule() {}

    /// A server that speaks UTF-8 is not sent names that are not UTF-8.
    static void check(RemotePath path, Session target) throws FailureException {
        if (WireText.hasForeignBytes(path.name()) && target.speaksUtf8()) {
            String name = target.server().name();
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.NAME,
                            name,
                            ("The name %s is not UTF-8 on the source, and %s takes names in UTF-8"
                                            + " only.")
                                    .formatted(path.name(), name),
                            Failure.Remedy.GIVE_UP,
                            "Rename it on the source, then try again."));
        }
        if (!target.canWrite(path.value())) {
            String name = target.server().name();
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.NAME,
                            name,
                            "The name %s cannot be written in %s, the charset of %s."
                                    .formatted(
                                            path.name(), target.server().options().charset(), name),
                            Failure.Remedy.GIVE_UP,
                            "Rename it on the source, or set another charset for " + name + "."));
        }
    }
}
