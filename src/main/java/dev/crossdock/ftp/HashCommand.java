package dev.crossdock.ftp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How one server is asked for the checksum of a file. Pure.
///
/// HASH (draft-ietf-ftpext2-hash) takes the rest of the line for the path, and its answer names the
/// algorithm; so it comes before MD5 (draft-twine-ftpmd5) and before the commands with an X, which
/// nobody specified and which may take the end of a path for a range of bytes.
///
/// @param verb as the server announced it: `HASH`, `XSHA`
public record HashCommand(HashKind kind, String verb) {

    private static final String HASH = Capability.HASH.label();

    /// The command for one kind of checksum, if the server has any.
    public static Optional<HashCommand> of(Capabilities capabilities, HashKind kind) {
        if (kinds(capabilities.hashes()).contains(kind)) {
            return Optional.of(new HashCommand(kind, HASH));
        }
        return commands(kind).stream()
                .flatMap(command -> capabilities.line(command).stream())
                .map(line -> line.split("\\s", 2)[0].toUpperCase(Locale.ROOT))
                .map(verb -> new HashCommand(kind, verb))
                .findFirst();
    }

    /// The strongest checksum that both servers can tell.
    public static Optional<HashKind> strongestShared(Capabilities one, Capabilities other) {
        return Arrays.stream(HashKind.values())
                .filter(kind -> of(one, kind).isPresent() && of(other, kind).isPresent())
                .max(Comparator.naturalOrder());
    }

    /// What to send, one after the other; [#read] takes the answer to the last. Empty if the server
    /// would misread the path.
    ///
    /// What HASH computes is a setting of the session, so it is made each time.
    public List<String> lines(RemotePath path) {
        if (verb.equals(HASH)) {
            return List.of("OPTS HASH " + kind.label(), "HASH " + path);
        }
        boolean spaced = path.value().indexOf(' ') >= 0;
        if (verb.startsWith("X") && spaced) {
            return path.value().indexOf('"') >= 0
                    ? List.of()
                    : List.of("%s \"%s\"".formatted(verb, path));
        }
        return List.of(verb + " " + path);
    }

    /// The checksum in the answer to the last of [#lines].
    ///
    /// @throws RefusedException if the server did not compute it
    public FileHash read(Reply reply, RemotePath path) throws RefusedException, GarbledException {
        if (!reply.isPositive()) {
            throw new RefusedException(verb + " " + path, reply);
        }
        return verb.equals(HASH)
                ? HashReply.readHash(reply, kind)
                : HashReply.readOther(reply, kind, path);
    }

    private static Set<HashKind> kinds(List<String> names) {
        var kinds = new TreeSet<HashKind>();
        for (String name : names) {
            HashKind.ofName(name).ifPresent(kinds::add);
        }
        return kinds;
    }

    private static List<Capability> commands(HashKind kind) {
        return switch (kind) {
            case CRC32 -> List.of(Capability.XCRC);
            case MD5 -> List.of(Capability.MD5, Capability.XMD5);
            case SHA1 -> List.of(Capability.XSHA1);
            case SHA256 -> List.of(Capability.XSHA256);
            case SHA512 -> List.of(Capability.XSHA512);
        };
    }
}
