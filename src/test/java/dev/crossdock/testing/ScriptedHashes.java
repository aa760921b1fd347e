package dev.crossdock.testing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/// The sane answers of HASH, of MD5 and of the older commands that are named by their algorithm.
final class ScriptedHashes {

    private static final String CHECKSUM = "CRC32";
    private static final Map<Skill, String> COMMANDS =
            Map.of(
                    Skill.XSHA512, "SHA-512",
                    Skill.XSHA256, "SHA-256",
                    Skill.XSHA1, "SHA-1",
                    Skill.XMD5, "MD5",
                    Skill.XCRC, CHECKSUM,
                    Skill.MD5, "MD5");

    private final FileTree files;
    private String selected = "SHA-256";

    ScriptedHashes(FileTree files) {
        this.files = files;
    }

    /// Answers `OPTS HASH name`.
    String select(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.isEmpty()) {
            return "200 " + selected;
        }
        if (!Skill.HASH
                .features()
                .getFirst()
                .replace("*", "")
                .matches(".*[ ;]" + upper + "(;.*)?")) {
            return "501 Unknown algorithm, still " + selected + ".";
        }
        selected = upper;
        return "200 " + selected;
    }

    String reply(Skill command, String path) {
        if (!files.isFile(path)) {
            return "550 " + path + ": no such file.";
        }
        byte[] content = files.content(path);
        return switch (command) {
            case HASH -> {
                String range = " 0-" + content.length + " ";
                yield "213 " + selected + range + hex(selected, content) + " " + path;
            }
            case MD5 -> "251 " + path + " " + hex("MD5", content);
            default ->
                    "250 "
                            + hex(COMMANDS.getOrDefault(command, ""), content)
                                    .toUpperCase(Locale.ROOT);
        };
    }

    static String hex(String algorithm, byte[] content) {
        if (algorithm.equals(CHECKSUM)) {
            var crc = new CRC32();
            crc.update(content);
            return "%08x".formatted(crc.getValue());
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
