package dev.crossdock.ftp;

import dev.crossdock.ftp.listing.Visible;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the checksum in what a server answered. Pure.
///
/// A wrong value would pass a broken file or condemn a good one, so an answer that can be read in
/// two ways is refused.
final class HashReply {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,19})-(\\d{1,19})");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private HashReply() {}

    /// `SHA-256 0-1048575 6f1e… name`; FileZilla Server leaves range and name out.
    static FileHash readHash(Reply reply, HashKind kind) throws GarbledException {
        String[] words = lastLine(reply).split("\\s+");
        boolean ranged = words.length > 2 && RANGE.matcher(words[1]).matches();
        int at = ranged ? 2 : 1;
        if (reply.code() != 213
                || words.length <= at
                || !HashKind.ofName(words[0]).equals(Optional.of(kind))
                || (ranged && !isFromStart(words[1]))
                || !FileHash.isValue(kind, words[at])) {
            throw garbled(reply, kind);
        }
        return new FileHash(kind, words[at]);
    }

    /// `250 <value>`, with words or the path round it, in one line or several.
    static FileHash readOther(Reply reply, HashKind kind, RemotePath path) throws GarbledException {
        String only = withoutPrefix(lastLine(reply));
        if (FileHash.isValue(kind, only)) {
            return new FileHash(kind, only);
        }
        String text = QUOTED.matcher(reply.text()).replaceAll(" ");
        Set<String> values = values(text, kind);
        if (values.size() > 1) {
            // A file may have a checksum for its name.
            values = values(without(without(text, path.value()), path.name()), kind);
        }
        if (values.size() != 1) {
            throw garbled(reply, kind);
        }
        return new FileHash(kind, values.iterator().next());
    }

    private static String lastLine(Reply reply) {
        return reply.text().substring(reply.text().lastIndexOf('\n') + 1).strip();
    }

    private static boolean isFromStart(String range) {
        return range.startsWith("0-");
    }

    /// The words that can be nothing else than a value: of full length.
    private static Set<String> values(String text, HashKind kind) {
        return Arrays.stream(text.split("\\s+"))
                .map(HashReply::withoutPrefix)
                .filter(word -> word.length() == kind.digits() && FileHash.isValue(kind, word))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String withoutPrefix(String word) {
        return word.startsWith("0x") || word.startsWith("0X") ? word.substring(2) : word;
    }

    /// Without the name where it stands by itself.
    private static String without(String text, String name) {
        return text.replaceAll("(?<!\\S)" + Pattern.quote(name) + "(?!\\S)", " ");
    }

    private static GarbledException garbled(Reply reply, HashKind kind) {
        return new GarbledException(
                "no clear %s value in its answer, %s"
                        .formatted(kind.label(), Visible.text(reply.toString(), 200)));
    }
}
