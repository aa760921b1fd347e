package dev.crossdock.vault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.store.Fields;
import dev.crossdock.store.JsonFormat;
import dev.crossdock.vault.Vault.Protection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a vault stands in its file: readable but for the secrets, in one way only.
///
/// The digest finds damage before anybody is asked for a password; it protects against accidents,
/// the seal against people.
final class VaultShape {

    static final int VERSION = 1;
    static final int LONGEST_NAME = 16 * 1024;
    static final int LONGEST_SECRET = 4 * 1024;

    private static final String LIST = "secrets";
    private static final String ARGON2 = "argon2id";

    private VaultShape() {}

    static JsonFormat format() {
        return JsonFormat.exact(VERSION, LIST);
    }

    static ObjectNode write(VaultContent content) {
        ObjectNode root = open(content).put("seal", content.seal());
        return root.put("digest", digest(root.toString()));
    }

    /// What the seal is over.
    static String unsealed(VaultContent content) {
        return open(content).toString();
    }

    /// @throws IllegalArgumentException with words for a person, if it is not as [#write] wrote it
    static VaultContent read(ObjectNode root) {
        var fields = new Fields(root);
        ObjectNode undigested = root.deepCopy();
        undigested.remove("digest");
        if (!fields.text("digest").equals(digest(undigested.toString()))) {
            throw new IllegalArgumentException("Its check sum does not fit.");
        }
        var content = new VaultContent(lock(fields.object("lock")), secrets(fields), seal(fields));
        if (!write(content).toString().equals(root.toString())) {
            throw new IllegalArgumentException("It holds something that Crossdock never writes.");
        }
        return content;
    }

    private static ObjectNode open(VaultContent content) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        write(content.lock(), root.putObject("lock"));
        ArrayNode list = root.putArray(LIST);
        content.secrets()
                .forEach((name, sealed) ->
                        list.addObject()
                                .put("name", name)
                                .put("nonce", sealed.nonce())
                                .put("data", sealed.data()));
        return root;
    }

    private static void write(LockKind lock, ObjectNode into) {
        into.put(
                "protection",
                switch (lock.protection()) {
                    case MASTER_PASSWORD -> ARGON2;
                    case KEY_FILE -> "key-file";
                });
        lock.cost()
                .ifPresent(cost ->
                        into.put("memoryKiB", cost.memory())
                                .put("passes", cost.passes())
                                .put("lanes", cost.lanes()));
        into.put("salt", lock.salt()).put("check", lock.check());
    }

    private static LockKind lock(Fields fields) {
        String word = fields.text("protection");
        boolean isPassword = word.equals(ARGON2);
        return new LockKind(
                isPassword ? Protection.MASTER_PASSWORD : Protection.KEY_FILE,
                isPassword
                        ? Optional.of(
                                new Argon2Cost(
                                        fields.number("memoryKiB"),
                                        fields.number("passes"),
                                        fields.number("lanes")))
                        : Optional.empty(),
                base64(fields, "salt", LockKind.SALT_BYTES, LockKind.SALT_BYTES),
                base64(fields, "check", 32, 32));
    }

    private static String seal(Fields fields) {
        return base64(fields, "seal", 32, 32);
    }

    private static SortedMap<String, Sealed> secrets(Fields fields) {
        var secrets = new TreeMap<String, Sealed>();
        for (Fields each : fields.objects(LIST)) {
            String name = each.text("name");
            if (name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("A name in it is too long.");
            }
            secrets.put(
                    name,
                    new Sealed(
                            base64(each, "nonce", VaultKeys.NONCE_BYTES, VaultKeys.NONCE_BYTES),
                            base64(each, "data", 16, 4 * LONGEST_SECRET)));
        }
        return secrets;
    }

    private static String base64(Fields fields, String name, int least, int most) {
        String text = fields.text(name);
        int length;
        try {
            length = Bytes.of(text).length;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("“" + name + "” is no Base64.", e);
        }
        if (length < least || length > most) {
            throw new IllegalArgumentException("“" + name + "” has the wrong length.");
        }
        return text;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Bytes.ofChars(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
