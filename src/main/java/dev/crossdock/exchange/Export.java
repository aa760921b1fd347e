package dev.crossdock.exchange;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.store.DiskReason;
import dev.crossdock.store.Owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// Makes a file of sites, for another program or another Crossdock.
public final class Export {

    /// What a user is to know who lets passwords be written.
    public static final String PLAIN_TEXT =
            "The passwords stand in the file as plain text in effect: whoever reads the file reads"
                    + " them. Keep it only as long as you need it.";

    private Export() {}

    /// In the form of FileZilla's site manager.
    ///
    /// @param parcels a password in one is written
    /// @throws FailureException if it would be too large to be read again
    public static Exported fileZilla(Collection<Parcel> parcels, Collection<SiteGroup> groups)
            throws FailureException {
        return bounded(FileZillaWriter.write(parcels, groups));
    }

    /// In our own form, which has a place for everything.
    ///
    /// @param parcels a password in one is written
    /// @throws FailureException if it would be too large to be read again
    public static Exported crossdock(Collection<Parcel> parcels, Collection<SiteGroup> groups)
            throws FailureException {
        try {
            return bounded(new Exported(new OwnFormat().write(parcels, groups), List.of()));
        } catch (IOException e) {
            throw tooLarge();
        }
    }

    /// Puts it there in one step, readable for its owner alone.
    ///
    /// @throws FailureException if the disk refused; what was there is as it was
    public static void save(Exported exported, Path file) throws FailureException {
        try {
            write(exported.content(), file);
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.LOCAL_DISK,
                            "",
                            "The sites could not be written to %s: %s."
                                    .formatted(file, DiskReason.of(e)),
                            Failure.Remedy.ASK_USER,
                            "Check the disk and the permissions, or choose another place."),
                    e);
        }
    }

    private static void write(byte[] content, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Owner.replace(file, "sites", content);
    }

    private static Exported bounded(Exported exported) throws FailureException {
        if (exported.content().length > Import.MOST_BYTES) {
            throw tooLarge();
        }
        return exported;
    }

    private static FailureException tooLarge() {
        return new FailureException(
                Failure.of(
                        Failure.Kind.LOCAL_DISK,
                        "",
                        "The file would be larger than 8 MiB, and no Crossdock would read it.",
                        Failure.Remedy.ASK_USER,
                        "Export fewer sites at once."));
    }
}
