package dev.crossdock.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Passwords as bytes.
final class Secrets {

    private Secrets() {}

    /// Empty if the bytes are no UTF-8.
    static Optional<char[]> utf8(byte[] bytes, int from, int to) {
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, to - from));
            char[] secret = new char[text.remaining()];
            text.get(secret);
            Arrays.fill(text.array(), '\0');
            return Optional.of(secret);
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
