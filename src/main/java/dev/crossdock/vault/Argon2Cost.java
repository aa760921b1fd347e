package dev.crossdock.vault;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.util.Arrays;

/// How much work one guess at the master password is: Argon2id, version 1.3 (RFC 9106).
///
/// The bounds keep a file that somebody prepared from taking all memory, or an hour.
///
/// @param memory in KiB
public record Argon2Cost(int memory, int passes, int lanes) {

    /// What RFC 9106 §4 recommends where memory is scarce, but with one lane, since ours run one
    /// after the other.
    public static final Argon2Cost USUAL = new Argon2Cost(64 * 1024, 3, 1);

    private static final int LEAST_MEMORY = 1024;
    private static final int MOST_MEMORY = 256 * 1024;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 8;
    private static final int KEY_BYTES = 32;

    public Argon2Cost {
        if (memory < LEAST_MEMORY
                || memory > MOST_MEMORY
                || passes < 1
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > MOST_LANES) {
            throw new IllegalArgumentException(
                    "The cost of its master password is out of bounds (%d KiB, %d passes, %d lanes)."
                            .formatted(memory, passes, lanes));
        }
    }

    /// The caller wipes it.
    byte[] derive(char[] password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .build());
        byte[] bytes = Bytes.ofPassword(password);
        byte[] key = new byte[KEY_BYTES];
        try {
            int _ = generator.generateBytes(bytes, key);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        return key;
    }
}
