package dev.crossdock.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the passwords that FileZilla encrypted; asks for a master password once for each key.
///
/// What a hostile file can make it do is bounded: so many questions, so many guesses.
final class Keyring implements AutoCloseable {

    private static final int TRIES = 3;
    private static final int MOST_QUESTIONS = 9;
    private static final int MOST_GUESSES = 60;

    private final MasterPasswords port;
    private final Map<String, Optional<FileZillaKey>> keys = new HashMap<>();
    private final List<char[]> masters = new ArrayList<>();
    private int questions;
    private int guesses;
    private boolean givenUp;

    Keyring(MasterPasswords port) {
        this.port = port;
    }

    boolean isWanted() {
        return port.areWanted();
    }

    /// @param publicKey as the file has it
    /// @param text the encrypted password, in base64
    Optional<char[]> open(String publicKey, String text) throws InterruptedException {
        Optional<byte[]> sealed = base64(text);
        String name = publicKey.replaceAll("\\s", "");
        Optional<byte[]> bytes = base64(name).filter(FileZillaKey::isPublicKey);
        if (sealed.isEmpty() || bytes.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileZillaKey> key = keys.get(name);
        if (key == null) {
            key = find(bytes.get());
            keys.put(name, key);
        }
        return key.flatMap(found -> found.open(sealed.get()));
    }

    /// Blanks and missing padding do not count.
    static Optional<byte[]> base64(String text) {
        try {
            String letters = text.replaceAll("\\s", "");
            int end = letters.length();
            while (end > 0 && letters.charAt(end - 1) == '=') {
                end--;
            }
            return Optional.of(Base64.getDecoder().decode(letters.substring(0, end)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        masters.forEach(master -> Arrays.fill(master, '\0'));
        masters.clear();
    }

    private Optional<FileZillaKey> find(byte[] publicKey) throws InterruptedException {
        for (char[] master : masters) {
            Optional<FileZillaKey> key = guess(publicKey, master);
            if (key.isPresent()) {
                return key;
            }
        }
        for (int i = 0; i < TRIES && !givenUp && questions < MOST_QUESTIONS; i++) {
            questions++;
            Optional<char[]> answer = port.ask(Format.FILEZILLA, i > 0);
            if (answer.isEmpty()) {
                givenUp = true;
                break;
            }
            Optional<FileZillaKey> key = guess(publicKey, answer.get());
            if (key.isPresent()) {
                masters.add(answer.get());
                return key;
            }
            Arrays.fill(answer.get(), '\0');
        }
        return Optional.empty();
    }

    private Optional<FileZillaKey> guess(byte[] publicKey, char[] master) {
        return ++guesses > MOST_GUESSES ? Optional.empty() : FileZillaKey.of(publicKey, master);
    }
}
