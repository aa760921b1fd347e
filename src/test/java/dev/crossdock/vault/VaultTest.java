package dev.crossdock.vault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class VaultTest {

    static final Argon2Cost CHEAP = new Argon2Cost(1024, 1, 1);

    @TempDir private Path folder;
    private Path file;
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private Vault vault;

    @BeforeEach
    void open() {
        file = folder.resolve("vault.json");
        vault = another();
    }

    @Test
    void whatIsPutIsFoundByAnotherProgramThatKnowsThePassword() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("beta", "s3cret".toCharArray());
        Vault other = another();
        assertEquals(State.LOCKED, other.state());
        assertEquals(Set.of("beta"), other.names());
        other.unlock("open".toCharArray());
        assertEquals("s3cret", found(other, "beta"));
        assertEquals("nothing", found(other, "alpha"));
    }

    @Test
    void ofTwoThatMakeAVaultWithAKeyFileAtOnceOneDoesAndItCanBeOpened() throws Exception {
        for (int round = 0; round < 40; round++) {
            file = Files.createTempDirectory(folder, "round").resolve("vault.json");
            var start = new CyclicBarrier(2);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Boolean>> made = both.invokeAll(List.of(maker(start), maker(start)));
                assertEquals(
                        1, made.stream().filter(one -> one.resultNow()).count(), "one made it");
            }
            assertEquals(State.OPEN, another().state());
        }
    }

    private Callable<Boolean> maker(CyclicBarrier start) {
        Vault own = another();
        return () -> {
            start.await();
            try {
                own.create(Protection.KEY_FILE, new char[0]);
                return true;
            } catch (FailureException second) {
                return false;
            }
        };
    }

    @Test
    void aWrongPasswordOpensNothing() throws Exception {
        create(Protection.MASTER_PASSWORD);
        Vault other = another();
        assertThrows(WrongPasswordException.class, () -> other.unlock("Open".toCharArray()));
        assertEquals(State.LOCKED, other.state());
    }

    @Test
    void accentsMayBePutTogetherInEitherWay() throws Exception {
        vault.create(Protection.MASTER_PASSWORD, "caf\u00e9".toCharArray());
        Vault other = another();
        other.unlock("cafe\u0301".toCharArray());
        assertEquals(State.OPEN, other.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "p\u00e4ss \ud83d\ude00", "lone \udc80 byte"})
    void anySecretComesBackAsItWas(String secret) throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("beta", secret.toCharArray());
        assertArrayEquals(secret.toCharArray(), vault.find("beta").orElseThrow());
    }

    @Test
    void lockedGivesNothingAndTakesNothing() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("beta", "s3cret".toCharArray());
        vault.lock();
        for (var refused :
                List.<org.junit.jupiter.api.function.Executable>of(
                        () -> vault.find("beta"),
                        () -> vault.put("beta", new char[1]),
                        () -> vault.remove(List.of("beta")),
                        () -> vault.protect(Protection.KEY_FILE, new char[0]))) {
            var e = assertThrows(FailureException.class, refused);
            assertTrue(e.failure().message().contains("locked"), e.failure().words());
        }
        vault.unlock("open".toCharArray());
        assertEquals("s3cret", found(vault, "beta"));
    }

    @Test
    void aVaultThatIsThereIsNotMadeAnew() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("beta", "s3cret".toCharArray());
        assertThrows(
                FailureException.class,
                () -> another().create(Protection.MASTER_PASSWORD, "x".toCharArray()));
        assertEquals("s3cret", found(vault, "beta"));
    }

    @Test
    void eachWriteHasItsOwnNonce() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("beta", "s3cret".toCharArray());
        String first = Files.readString(file);
        vault.put("beta", "s3cret".toCharArray());
        assertNotEquals(nonce(first), nonce(Files.readString(file)));
    }

    @Test
    void theLengthOfAShortSecretIsNotTold() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.putAll(Map.of("a", "x".toCharArray(), "b", "x".repeat(30).toCharArray()));
        List<Integer> lengths =
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains("\"data\""))
                        .map(String::length)
                        .distinct()
                        .toList();
        assertEquals(1, lengths.size());
    }

    @ParameterizedTest
    @CsvSource({
        "MASTER_PASSWORD, MASTER_PASSWORD",
        "MASTER_PASSWORD, KEY_FILE",
        "KEY_FILE, MASTER_PASSWORD",
        "KEY_FILE, KEY_FILE"
    })
    void aChangeOfProtectionKeepsTheSecretsAndLeavesNothingOfTheOldOne(
            Protection before, Protection after) throws Exception {
        create(before);
        vault.put("beta", "s3cret".toCharArray());
        vault.put("gamma", "other".toCharArray());
        Path unfinished = Files.writeString(folder.resolve("vault.json.1.tmp"), "old");
        String oldSalt = salt(Files.readString(file));
        vault.protect(after, "fresh".toCharArray());
        assertEquals("s3cret", found(vault, "beta"));
        Vault other = another();
        other.unlock("fresh".toCharArray());
        assertEquals("other", found(other, "gamma"));
        assertEquals(after == Protection.KEY_FILE, Files.exists(folder.resolve("vault.key")));
        assertFalse(Files.exists(unfinished));
        try (var all = Files.list(folder)) {
            for (Path each : all.toList()) {
                assertFalse(Files.readString(each).contains(oldSalt), each.toString());
            }
        }
        if (after == Protection.MASTER_PASSWORD) {
            assertThrows(
                    WrongPasswordException.class, () -> another().unlock("open".toCharArray()));
        }
    }

    @Test
    void aChangeThatTheDiskRefusesChangesNothing() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("beta", "s3cret".toCharArray());
        Files.delete(folder.resolve("vault.json.backup"));
        Files.createDirectories(folder.resolve("vault.json.backup/in the way"));
        assertThrows(
                FailureException.class,
                () -> vault.protect(Protection.MASTER_PASSWORD, "fresh".toCharArray()));
        assertEquals("s3cret", found(vault, "beta"));
        Vault other = another();
        other.unlock("open".toCharArray());
        assertEquals("s3cret", found(other, "beta"));
    }

    @Test
    void aChangeThatEndsInTheMiddleLeavesTheOldVault() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("beta", "s3cret".toCharArray());
        byte[] old = Files.readAllBytes(file);
        vault.protect(Protection.MASTER_PASSWORD, "fresh".toCharArray());
        // The backup is written first; a crash behind that leaves the file as it was.
        Files.write(file, old);
        Vault other = another();
        other.unlock("open".toCharArray());
        assertEquals("s3cret", found(other, "beta"));
    }

    @Test
    void anotherProgramsChangesAreSeenAtOnce() throws Exception {
        create(Protection.MASTER_PASSWORD);
        Vault other = another();
        other.unlock("open".toCharArray());
        vault.put("beta", "s3cret".toCharArray());
        assertEquals("s3cret", found(other, "beta"));
        other.put("gamma", "g".toCharArray());
        vault.remove(List.of("beta"));
        assertEquals(Set.of("gamma"), other.names());
    }

    @Test
    void aMasterPasswordThatAnotherProgramChangedLocksThisOne() throws Exception {
        create(Protection.MASTER_PASSWORD);
        Vault other = another();
        other.unlock("open".toCharArray());
        other.protect(Protection.MASTER_PASSWORD, "fresh".toCharArray());
        assertEquals(State.LOCKED, vault.state());
        vault.unlock("fresh".toCharArray());
        assertEquals(State.OPEN, vault.state());
    }

    @Test
    void aKeyFileOpensByItselfAndStaysOpen() throws Exception {
        create(Protection.KEY_FILE);
        vault.put("beta", "s3cret".toCharArray());
        Vault other = another();
        assertEquals(State.OPEN, other.state());
        other.lock();
        assertEquals("s3cret", found(other, "beta"));
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefused() throws Exception {
        create(Protection.KEY_FILE);
        Path key = folder.resolve("vault.key");
        assertEquals("rw-------", rights(key));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        Vault other = another();
        assertEquals(State.LOCKED, other.state());
        var e = assertThrows(FailureException.class, () -> other.unlock(new char[0]));
        assertTrue(e.failure().message().contains("Other users"), e.failure().words());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertEquals(State.OPEN, other.state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gone", "no key at all", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void aKeyFileThatDoesNotFitOpensNothing(String instead) throws Exception {
        create(Protection.KEY_FILE);
        Path key = folder.resolve("vault.key");
        if (instead.equals("gone")) {
            Files.delete(key);
        } else {
            Files.writeString(key, instead);
        }
        Vault other = another();
        assertEquals(State.LOCKED, other.state());
        assertThrows(FailureException.class, () -> other.unlock(new char[0]));
        assertThrows(FailureException.class, () -> other.find("beta"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheOwnerMayReadTheFiles(Protection protection) throws Exception {
        create(protection);
        vault.put("beta", "s3cret".toCharArray());
        try (var all = Files.list(folder)) {
            for (Path each : all.toList()) {
                assertEquals("rw-------", rights(each), each.toString());
            }
        }
    }

    @Test
    void idleTimeLocksAndEveryUseCounts() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.lockAfter(Duration.ofMinutes(10));
        vault.put("beta", "s3cret".toCharArray());
        now = now.plus(Duration.ofMinutes(9));
        assertEquals("s3cret", found(vault, "beta"));
        now = now.plus(Duration.ofMinutes(9));
        assertEquals(State.OPEN, vault.state());
        now = now.plus(Duration.ofMinutes(1));
        assertEquals(State.LOCKED, vault.state());
    }

    @Test
    void idleTimeOfZeroNeverLocks() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.lockAfter(Duration.ZERO);
        now = now.plus(Duration.ofDays(999));
        assertEquals(State.OPEN, vault.state());
    }

    @Test
    void aVaultThatNobodyLooksAtIsLockedAndTellsSo() throws Exception {
        var real = new Vault(file, InstantSource.system(), CHEAP);
        real.create(Protection.MASTER_PASSWORD, "open".toCharArray());
        var told = new AtomicInteger();
        real.whenChanged(told::incrementAndGet);
        real.lockAfter(Duration.ofMillis(20));
        await().until(() -> told.get() == 1);
        assertEquals(State.LOCKED, real.state());
    }

    @Test
    void listenersHearOfEachChangeAndOfNothingElse() throws Exception {
        var told = new AtomicInteger();
        assertEquals(State.ABSENT, vault.state());
        vault.whenChanged(told::incrementAndGet);
        create(Protection.MASTER_PASSWORD);
        assertEquals(1, told.get());
        vault.put("beta", "s3cret".toCharArray());
        assertEquals(2, told.get());
        vault.remove(List.of("not there"));
        assertEquals("s3cret", found(vault, "beta"));
        assertEquals(State.OPEN, vault.state());
        assertEquals(2, told.get());
        vault.lock();
        assertEquals(3, told.get());
    }

    @ParameterizedTest
    @CsvSource({"0, 4097", "16385, 1"})
    void whatIsTooLongIsRefused(int name, int secret) throws Exception {
        create(Protection.MASTER_PASSWORD);
        assertThrows(FailureException.class, () -> vault.put("n".repeat(name), new char[secret]));
        assertEquals(Set.of(), vault.names());
    }

    @Test
    void theLongestSecretComesBack() throws Exception {
        create(Protection.MASTER_PASSWORD);
        vault.put("n".repeat(16 * 1024), new char[4096]);
        Vault other = another();
        other.unlock("open".toCharArray());
        assertEquals(4096, other.find("n".repeat(16 * 1024)).orElseThrow().length);
    }

    private void create(Protection protection) throws FailureException {
        vault.create(protection, "open".toCharArray());
    }

    private Vault another() {
        return new Vault(file, () -> now, CHEAP);
    }

    private static String found(Vault vault, String name) throws FailureException {
        return vault.find(name).map(String::new).orElse("nothing");
    }

    private static String nonce(String text) {
        return text.replaceAll("(?s).*\"nonce\" : \"([^\"]*)\".*", "$1");
    }

    private static String salt(String text) {
        return text.replaceAll("(?s).*\"salt\" : \"([^\"]*)\".*", "$1");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
