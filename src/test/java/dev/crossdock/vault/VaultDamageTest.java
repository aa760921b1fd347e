package dev.crossdock.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.FailureException;
import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/// A vault that was changed anywhere is refused as a whole, and kept.
class VaultDamageTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("vault.json");
        Vault vault = another();
        vault.create(Protection.MASTER_PASSWORD, "open".toCharArray());
        vault.putAll(Map.of("alpha", "one".toCharArray(), "beta", "two".toCharArray()));
        whole = Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x20, 0x80})
    void aByteThatChangedAnywhereIsFoundBeforeAPasswordIsAskedFor(int flip) throws Exception {
        for (int i = 0; i < whole.length; i++) {
            byte[] bytes = whole.clone();
            bytes[i] ^= (byte) flip;
            assertRefused(bytes, "byte " + i);
        }
    }

    @Test
    void aFileThatEndsTooSoonIsRefusedAtEachLength() throws Exception {
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "length " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "x", "\0"})
    void anythingBehindTheEndIsRefused(String more) throws Exception {
        assertRefused((text() + more).getBytes(StandardCharsets.UTF_8), "more");
    }

    @ParameterizedTest
    @CsvSource({
        "' : ', ':'",
        "'\n', '\r\n'",
        "alpha, \\u0061lpha",
        "'\"lanes\" : 1', '\"lanes\" : 1.0'",
        "'\"lanes\" : 1', '\"lanes\" : 1, \"more\" : 1'"
    })
    void anotherWayToWriteTheSameIsRefused(String from, String to) throws Exception {
        assertTrue(text().contains(from));
        assertRefused(
                text().replaceFirst(from, java.util.regex.Matcher.quoteReplacement(to))
                        .getBytes(StandardCharsets.UTF_8),
                to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"removed", "swapped", "renamed", "added", "doubled"})
    void whoeverChangesTheListWithoutTheKeyIsFoundOut(String how) throws Exception {
        ObjectNode root = (ObjectNode) JSON.readTree(whole);
        ArrayNode list = (ArrayNode) root.path("secrets");
        ObjectNode first = (ObjectNode) list.get(0);
        ObjectNode second = (ObjectNode) list.get(1);
        switch (how) {
            case "removed" -> list.remove(0);
            case "swapped" -> {
                first.put("name", "beta");
                second.put("name", "alpha");
                list.removeAll().add(second).add(first);
            }
            case "renamed" -> second.put("name", "gamma");
            case "added" -> list.add(second.deepCopy().put("name", "gamma"));
            default -> list.add(second.deepCopy());
        }
        writeWithDigest(root);
        Vault vault = another();
        if (how.equals("doubled")) {
            assertEquals(State.DAMAGED, vault.state());
            return;
        }
        assertEquals(State.LOCKED, vault.state());
        byte[] changed = Files.readAllBytes(file);
        var e = assertThrows(FailureException.class, () -> vault.unlock("open".toCharArray()));
        assertTrue(e.failure().words().contains("does not know its key"), e.failure().words());
        assertEquals(State.DAMAGED, vault.state());
        assertEquals(Set.of(), vault.names());
        assertThrows(FailureException.class, () -> vault.find("alpha"));
        assertThrows(FailureException.class, () -> vault.put("x", new char[1]));
        assertArrayEquals(changed, Files.readAllBytes(file));
        Path aside = vault.setAside();
        assertArrayEquals(changed, Files.readAllBytes(aside));
        assertEquals(State.ABSENT, vault.state());
    }

    @Test
    void anOpenVaultNoticesAChangeToo() throws Exception {
        Vault vault = another();
        vault.unlock("open".toCharArray());
        ObjectNode root = (ObjectNode) JSON.readTree(whole);
        ((ArrayNode) root.path("secrets")).remove(0);
        Path fresh = folder.resolve("fresh");
        Files.move(file, fresh);
        writeWithDigest(root);
        assertEquals(State.DAMAGED, vault.state());
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(State.LOCKED, vault.state());
    }

    @ParameterizedTest
    @CsvSource({
        "memoryKiB, 2000000000",
        "memoryKiB, 262145",
        "memoryKiB, 0",
        "passes, 17",
        "passes, 0",
        "passes, -1",
        "lanes, 9",
        "lanes, 0"
    })
    void aCostThatWouldTakeAllMemoryOrAnHourIsRefusedUnasked(String name, int value)
            throws Exception {
        ObjectNode root = (ObjectNode) JSON.readTree(whole);
        ((ObjectNode) root.path("lock")).put(name, value);
        writeWithDigest(root);
        Vault vault = another();
        assertEquals(State.DAMAGED, vault.state());
        assertTrue(vault.damage().orElseThrow().contains("out of bounds"));
    }

    @Test
    void anotherCostThatIsWithinBoundsOpensNothing() throws Exception {
        ObjectNode root = (ObjectNode) JSON.readTree(whole);
        ((ObjectNode) root.path("lock")).put("passes", 2);
        writeWithDigest(root);
        assertThrows(WrongPasswordException.class, () -> another().unlock("open".toCharArray()));
    }

    @Test
    void aNewerVersionIsLeftAlone() throws Exception {
        Files.writeString(file, text().replaceFirst("\"version\" : 1", "\"version\" : 2"));
        Vault vault = another();
        assertEquals(State.DAMAGED, vault.state());
        assertTrue(vault.damage().orElseThrow().contains("newer Crossdock"));
    }

    @Test
    void theBackupCanTakeThePlaceOfADamagedVault() throws Exception {
        Vault vault = another();
        vault.unlock("open".toCharArray());
        vault.put("gamma", "three".toCharArray());
        Files.writeString(file, "no vault");
        assertEquals(State.DAMAGED, vault.state());
        assertTrue(vault.hasBackup());
        Path aside = vault.restoreBackup();
        assertEquals("no vault", Files.readString(aside));
        assertEquals(State.LOCKED, vault.state());
        vault.unlock("open".toCharArray());
        assertEquals("two", new String(vault.find("beta").orElseThrow()));
    }

    @Test
    void withoutABackupADamagedVaultStaysWhereItIs() throws Exception {
        Files.delete(folder.resolve("vault.json.backup"));
        Files.writeString(file, "no vault");
        Vault vault = another();
        assertFalse(vault.hasBackup());
        assertThrows(FailureException.class, vault::restoreBackup);
        assertEquals("no vault", Files.readString(file));
    }

    @Test
    void anOpenVaultIsNotSetAside() throws Exception {
        Vault open = another();
        open.unlock("open".toCharArray());
        assertThrows(FailureException.class, open::setAside);
        assertThrows(FailureException.class, open::restoreBackup);
        assertTrue(Files.exists(file));
    }

    @Test
    void whoForgotTheMasterPasswordCanBeginAnewAndLosesNothing() throws Exception {
        Vault vault = another();
        Path aside = vault.setAside();
        assertEquals(State.ABSENT, vault.state());
        assertArrayEquals(whole, Files.readAllBytes(aside));
        assertThrows(FailureException.class, vault::setAside);
        vault.create(Protection.MASTER_PASSWORD, "another".toCharArray());
        assertEquals(Set.of(), vault.names());
    }

    @Test
    void aNewVaultLeavesTheBackupOfOneThatIsGone() throws Exception {
        Path backup = folder.resolve("vault.json.backup");
        byte[] old = Files.readAllBytes(backup);
        Files.delete(file);
        another().create(Protection.MASTER_PASSWORD, "new".toCharArray());
        try (var all = Files.list(folder)) {
            Path kept =
                    all.filter(each -> each.getFileName().toString().contains(".backup-2"))
                            .findFirst()
                            .orElseThrow();
            assertArrayEquals(old, Files.readAllBytes(kept));
        }
    }

    private void assertRefused(byte[] bytes, String what) throws Exception {
        Files.write(file, bytes);
        Vault vault = another();
        assertEquals(State.DAMAGED, vault.state(), what);
        assertEquals(Set.of(), vault.names(), what);
        var e = assertThrows(FailureException.class, () -> vault.unlock("open".toCharArray()));
        assertTrue(e.failure().message().contains("cannot be used"), what);
        assertArrayEquals(bytes, Files.readAllBytes(file), what);
    }

    /// As somebody would who knows how the file is made but not its key.
    private void writeWithDigest(ObjectNode root) throws Exception {
        root.remove("digest");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Bytes.ofChars(root.toString()));
        root.put("digest", HexFormat.of().formatHex(digest));
        Files.write(file, VaultShape.format().bytes(root));
    }

    private String text() {
        return new String(whole, StandardCharsets.UTF_8);
    }

    private Vault another() {
        return new Vault(file, InstantSource.system(), VaultTest.CHEAP);
    }
}
