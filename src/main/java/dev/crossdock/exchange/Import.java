package dev.crossdock.exchange;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;

import java.util.List;
import java.util.Optional;

/// Reads the sites of another program's file, whichever it is.
public final class Import {

    public static final int MOST_BYTES = 8 << 20;

    private Import() {}

    /// Pure but for the port. Sites get ids of their own.
    ///
    /// @param content what is longer than [#MOST_BYTES] is refused
    /// @param fileName for messages
    /// @throws FailureException if the file as a whole is no good; one bad site never is the reason
    public static Imported read(byte[] content, String fileName, MasterPasswords port)
            throws FailureException, InterruptedException {
        var harvest = new Harvest();
        Optional<Imported> imported = Optional.empty();
        try {
            imported = Optional.of(harvest.imported(read(content, harvest, port)));
            return imported.get();
        } catch (BadFileException e) {
            throw new FailureException(failure(fileName, e.why()), e);
        } finally {
            if (imported.isEmpty()) {
                harvest.wipe();
            }
        }
    }

    private static Format read(byte[] content, Harvest harvest, MasterPasswords port)
            throws BadFileException, InterruptedException {
        if (content.length > MOST_BYTES) {
            throw new BadFileException("it is larger than 8 MiB");
        }
        String text = TextBytes.decode(content);
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            return xml(start, harvest, port);
        }
        if (start.startsWith("{")) {
            new OwnFormat().read(content, harvest);
            return Format.CROSSDOCK;
        }
        if (start.indexOf('\0') >= 0) {
            throw unknown();
        }
        Ini ini = Ini.parse(text);
        if (WinScpReader.isMeant(ini)) {
            WinScpReader.read(ini, harvest);
            return Format.WINSCP;
        }
        if (GftpReader.isMeant(ini)) {
            GftpReader.read(ini, harvest);
            return Format.GFTP;
        }
        throw unknown();
    }

    private static Format xml(String text, Harvest harvest, MasterPasswords port)
            throws BadFileException, InterruptedException {
        Element root = XmlTree.parse(text, List.of(FileZillaReader.SERVERS, FlashFxpReader.SITE));
        return switch (root.name()) {
            case FileZillaReader.ROOT -> {
                FileZillaReader.read(root, harvest, port);
                yield Format.FILEZILLA;
            }
            case FlashFxpReader.ROOT -> {
                FlashFxpReader.read(root, harvest);
                yield Format.FLASHFXP;
            }
            default -> throw unknown();
        };
    }

    private static BadFileException unknown() {
        return new BadFileException(
                "it is none of the known kinds (FileZilla, WinSCP, FlashFXP, gFTP, Crossdock)");
    }

    private static Failure failure(String fileName, String why) {
        return Failure.of(
                Failure.Kind.GARBLED,
                "",
                "%s cannot be read: %s.".formatted(Words.quoted(fileName), why),
                Failure.Remedy.GIVE_UP,
                "Nothing was taken from it; export the sites anew or choose another file.");
    }
}
