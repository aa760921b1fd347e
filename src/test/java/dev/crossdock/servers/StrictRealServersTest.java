package dev.crossdock.servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.TransferPolicy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Servers as distributed: no foreign address, no data connection without session reuse.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictRealServersTest {

    private static final byte[] CONTENT = content(700_000);
    private static final int FILES = 5;
    private static final Set<ServerKind> REAL =
            Set.of(ServerKind.PROFTPD, ServerKind.VSFTPD, ServerKind.PURE_FTPD);

    private final Map<TlsVersions, ServerFleet> fleets = new EnumMap<>(TlsVersions.class);

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (TlsVersions tls : TlsVersions.values()) {
            Path own = Files.createDirectory(folder.resolve(tls.name()));
            fleets.put(
                    tls,
                    new ServerFleet(
                            own,
                            (kind, launch) ->
                                    launch.with(tls)
                                            .with(
                                                    REAL.contains(kind)
                                                            ? Policy.STRICT
                                                            : Policy.OPEN)));
        }
    }

    @AfterAll
    void end() throws IOException {
        for (ServerFleet fleet : fleets.values()) {
            fleet.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ONLY_1_2,  EMBEDDED,  PROFTPD",
        "UP_TO_1_3, EMBEDDED,  PROFTPD",
        "ONLY_1_2,  EMBEDDED,  VSFTPD",
        "UP_TO_1_3, EMBEDDED,  VSFTPD",
        "UP_TO_1_3, EMBEDDED,  PURE_FTPD",
        "UP_TO_1_3, PROFTPD,   EMBEDDED",
        "UP_TO_1_3, VSFTPD,    EMBEDDED",
        "UP_TO_1_3, PURE_FTPD, EMBEDDED",
        "ONLY_1_2,  VSFTPD,    PROFTPD",
        "UP_TO_1_3, VSFTPD,    PROFTPD"
    })
    void theRelayCarriesFileAfterFile(TlsVersions tls, ServerKind source, ServerKind target)
            throws Exception {
        source.require();
        target.require();

        for (int i = 0; i < FILES; i++) {
            Crossing crossing = fleet(tls).send(source, target, CONTENT, relay());

            var done =
                    assertInstanceOf(Outcome.Done.class, crossing.outcome(), crossing::transcript);
            assertEquals(Method.RELAY, done.route().method());
            assertArrayEquals(CONTENT, crossing.arrived().orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    source,         target,         setting
                    EMBEDDED_PROXY, VSFTPD,         require_ssl_reuse=NO|pasv_promiscuous=YES
                    EMBEDDED_PROXY, PURE_FTPD,      AllowUserFXP
                    EMBEDDED,       PROFTPD,        AllowForeignAddress on
                    VSFTPD,         EMBEDDED_PROXY, require_ssl_reuse=NO|pasv_promiscuous=YES
                    PURE_FTPD,      EMBEDDED_PROXY, AllowUserFXP
                    PROFTPD,        EMBEDDED,       AllowForeignAddress on
                    """)
    void theSettingThatShutsTheWayIsNamed(ServerKind source, ServerKind target, String setting)
            throws Exception {
        source.require();
        target.require();

        Crossing crossing =
                fleet(TlsVersions.UP_TO_1_3)
                        .send(source, target, CONTENT, TransferPolicy.secure(ExistsRule.FAIL));

        var failed =
                assertInstanceOf(Outcome.Failed.class, crossing.outcome(), crossing::transcript);
        String words = failed.failure().words();
        assertTrue(
                Arrays.stream(setting.split("\\|")).anyMatch(words::contains),
                () -> words + "\n" + crossing.transcript());
    }

    private static TransferPolicy relay() {
        return new TransferPolicy(
                Optional.of(Method.RELAY),
                Optional.empty(),
                true,
                false,
                ExistsRule.FAIL,
                HashRule.WHEN_CHEAP,
                false,
                0);
    }

    private ServerFleet fleet(TlsVersions tls) {
        return Objects.requireNonNull(fleets.get(tls));
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
