package dev.crossdock.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Whatever two programs do to a vault in turn, it holds what a map would.
class VaultPropertyTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyOrderOfChangesIsThatOfAMap(long seed) throws Exception {
        var random = new Random(seed);
        var expected = new TreeMap<String, String>();
        var vaults = List.of(vault(), vault());
        String master = "master 0";
        vaults.getFirst().create(Protection.MASTER_PASSWORD, master.toCharArray());
        for (int i = 0; i < 60; i++) {
            Vault vault = vaults.get(random.nextInt(2));
            if (vault.state() == State.LOCKED) {
                vault.unlock(master.toCharArray());
            }
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    String name = name(random);
                    String secret = text(random);
                    vault.put(name, secret.toCharArray());
                    expected.put(name, secret);
                }
                case 3 -> {
                    String one = name(random);
                    String secret = text(random);
                    vault.putAll(Map.of(one, secret.toCharArray(), "both", "2".toCharArray()));
                    expected.putAll(Map.of(one, secret, "both", "2"));
                }
                case 4, 5 -> {
                    List<String> names = List.of(name(random), name(random));
                    vault.remove(names);
                    expected.keySet().removeAll(names);
                }
                case 6 -> vault.lock();
                default -> {
                    master = "master " + i;
                    Protection protection =
                            random.nextBoolean() ? Protection.MASTER_PASSWORD : Protection.KEY_FILE;
                    vault.protect(protection, master.toCharArray());
                }
            }
            assertEquals(expected.keySet(), vaults.get(random.nextInt(2)).names());
        }
        Vault fresh = vault();
        fresh.unlock(master.toCharArray());
        var found = new TreeMap<String, String>();
        for (String name : fresh.names()) {
            found.put(name, new String(fresh.find(name).orElseThrow()));
        }
        assertEquals(expected, found);
    }

    private Vault vault() {
        return new Vault(folder.resolve("vault.json"), InstantSource.system(), VaultTest.CHEAP);
    }

    private static String name(Random random) {
        return random.nextInt(12) + " \u00e9 \" \\ " + random.nextInt(2);
    }

    /// Any chars at all, halves of pairs among them.
    private static String text(Random random) {
        return random.ints(random.nextInt(100), 0, 0x10000)
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .toString();
    }
}
