package dev.crossdock.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.ftp.Incoming;
import dev.crossdock.ftp.Outgoing;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.Capability;
import dev.crossdock.model.DataRules;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Reply;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// One server at a time: that each runs as asked for, and that our client gets along with it.
@Timeout(60)
@ExtendWith(NothingLeft.class)
class RealServersTest {

    private static final String ADDRESS = "127.0.0.61";

    @TempDir private Path folder;

    static Stream<Arguments> launches() {
        return Stream.of(ServerKind.values())
                .flatMap(kind ->
                        Stream.of(TlsVersions.values())
                                .flatMap(tls ->
                                        policies(kind)
                                                .map(policy -> Arguments.of(kind, tls, policy))));
    }

    @ParameterizedTest
    @MethodSource("launches")
    void listsAFolderAndTellsASize(ServerKind kind, TlsVersions tls, Policy policy)
            throws Exception {
        try (var server = start(kind, Launch.at(ADDRESS, folder).with(tls).with(policy))) {
            server.put("in/a.txt", "twelve bytes".getBytes(StandardCharsets.US_ASCII));
            server.folder("in/deeper");
            try (Session session = server.client().connect()) {
                assertEquals(tls.newest(), session.facts().tls().orElseThrow().protocol());
                assertEquals(server.home(), session.facts().home());
                // A second data connection resumes a session as well as the first.
                assertEquals(List.of("a.txt", "deeper"), names(session, server));
                assertEquals(List.of("a.txt", "deeper"), names(session, server));
                assertEquals(OptionalLong.of(12), session.size(server.path("in/a.txt")));
                session.quit();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    server,         has,                         lacks
                    PROFTPD,        SSCN MLST MFMT HASH XSHA256, PROXY CPSV
                    VSFTPD,         SIZE EPSV,                   PROXY SSCN MLST MFMT HASH
                    PURE_FTPD,      MLST MFMT PRET,              PROXY SSCN HASH
                    EMBEDDED,       MLST MFMT,                   PROXY SSCN
                    EMBEDDED_PROXY, PROXY MLST MFMT,             SSCN
                    """)
    void tellsWhatItCanDo(ServerKind kind, String has, String lacks) throws Exception {
        try (var server = start(kind, Launch.at(ADDRESS, folder));
                Session session = server.client().connect()) {
            var found = session.facts().capabilities().lines().keySet();
            assertTrue(found.containsAll(capabilities(has)), () -> "has only " + found);
            assertTrue(
                    capabilities(lacks).stream().noneMatch(found::contains),
                    () -> "has even " + found);
            session.quit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAClientMakesIsOnTheDisk(ServerKind kind) throws Exception {
        try (var server = start(kind, Launch.at(ADDRESS, folder))) {
            Path file = server.put("old", new byte[3]);
            try (Session session = server.client().connect()) {
                session.makeFolder(server.path("made"));
                session.rename(server.path("old"), server.path("made/new"));
                assertFalse(Files.exists(file));
                assertEquals(3, Files.size(server.files().resolve("made/new")));
                session.quit();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    server,    policy, reply
                    PROFTPD,   OPEN,   200
                    PROFTPD,   STRICT, 500
                    VSFTPD,    OPEN,   200
                    VSFTPD,    STRICT, 500
                    PURE_FTPD, OPEN,   200
                    PURE_FTPD, STRICT, 500
                    """)
    void onlyAnOpenServerConnectsToOtherAddresses(ServerKind kind, Policy policy, int reply)
            throws Exception {
        try (var server = start(kind, Launch.at(ADDRESS, folder).with(policy));
                Session session = server.client().connect()) {
            Reply answer = session.ask("PORT 127,0,0,62,200,10");
            assertEquals(reply, answer.code(), answer::text);
            session.quit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isGoneOnceClosed(ServerKind kind) throws Exception {
        RealServer server = start(kind, Launch.at(ADDRESS, folder));
        try (Session session = server.client().connect()) {
            server.close();
            assertThrows(IOException.class, session::noop);
        }
        assertThrows(
                ConnectException.class, () -> new Socket(server.address(), server.port()).close());
    }

    @ParameterizedTest
    @CsvSource({"PROFTPD, STRICT", "VSFTPD, STRICT", "PURE_FTPD, OPEN", "EMBEDDED, OPEN"})
    void connectsToUsInActiveMode(ServerKind kind, Policy policy) throws Exception {
        var active = new DataRules(true, Optional.empty(), List.of());
        try (var server = start(kind, Launch.at(ADDRESS, folder).with(policy))) {
            server.put("in/a.txt", new byte[12]);
            try (Session session =
                    server.client().with(ServerOptions.USUAL.with(active)).connect()) {
                assertEquals(List.of("a.txt"), names(session, server));
                try (Outgoing out = session.store(server.path("in/b.txt"), 0)) {
                    out.out().write(new byte[1000]);
                    out.finish();
                }
                try (Incoming in = session.retrieve(server.path("in/b.txt"), 0)) {
                    assertEquals(1000, in.in().readAllBytes().length);
                    in.finish();
                }
                session.quit();
            }
        }
    }

    private static RealServer start(ServerKind kind, Launch launch) throws IOException {
        kind.require();
        return kind.start(launch);
    }

    private static Stream<Policy> policies(ServerKind kind) {
        return switch (kind) {
            case PROFTPD, VSFTPD, PURE_FTPD -> Stream.of(Policy.values());
            case EMBEDDED, EMBEDDED_PROXY -> Stream.of(Policy.OPEN);
        };
    }

    private static List<String> names(Session session, RealServer server) throws IOException {
        return session.list(server.path("in")).entries().stream()
                .map(Entry::name)
                .sorted()
                .toList();
    }

    private static Set<Capability> capabilities(String words) {
        var all = EnumSet.noneOf(Capability.class);
        for (String word : words.split(" ")) {
            all.add(Capability.valueOf(word));
        }
        return all;
    }
}
