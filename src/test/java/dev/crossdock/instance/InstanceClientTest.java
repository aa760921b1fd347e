package dev.crossdock.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

class InstanceClientTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String SILENT =
            "The running Crossdock did not answer within 0.3 s. End it, or try again later.";

    private Path data = Path.of("");
    private ServerSocketChannel listening;

    @BeforeEach
    void listen(@TempDir Path folder) throws IOException {
        data = folder;
        OwnFolder.create(folder.resolve("instance"));
        listening =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        .bind(UnixDomainSocketAddress.of(folder.resolve("instance/socket")), 1);
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    @Test
    void nobodyListensWhereThereIsNoFolder() throws IOException {
        Path elsewhere = data.resolve("elsewhere");
        assertEquals(Optional.empty(), InstanceClient.connect(elsewhere, LONG));
    }

    @Test
    void nobodyListensOnASocketThatWasLeftBehind() throws IOException {
        listening.close();
        assertEquals(Optional.empty(), InstanceClient.connect(data, LONG));
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        try (var client = InstanceClient.connect(data, SHORT).orElseThrow()) {
            assertEquals(SILENT, inTime(() -> client.ask("x", InstanceServerTest.argument(""))));
        }
    }

    @Test
    void aServerThatNeverReadsIsGivenUp() throws IOException {
        try (var client = InstanceClient.connect(data, SHORT).orElseThrow()) {
            var large = InstanceServerTest.argument("x".repeat(1 << 20));
            assertEquals(SILENT, inTime(() -> client.ask("x", large)));
        }
    }

    @Test
    void aServerThatLetsNobodyInIsGivenUp() throws IOException {
        var clients = new ArrayList<InstanceClient>();
        try {
            String message =
                    inTime(() -> {
                        for (int i = 0; i < 1000; i++) {
                            clients.add(InstanceClient.connect(data, SHORT).orElseThrow());
                        }
                    });
            assertEquals(SILENT, message);
        } finally {
            for (InstanceClient client : clients) {
                client.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                           | it closed the connection
                    '{"id":1,"ans'               | the other side left in the middle of a line
                    '\n'                         | it answered something else than was asked
                    '220 Welcome\n'              | its answer is not valid JSON
                    '{"id":2,"answer":{}}\n'     | it answered something else than was asked
                    """)
    void anAnswerThatIsNoneEndsInAMessage(String answer, String message) throws IOException {
        Thread.ofVirtual().start(() -> answer(answer.replace("\\n", "\n")));
        try (var client = InstanceClient.connect(data, LONG).orElseThrow()) {
            assertEquals(
                    "The running Crossdock did not answer this: " + message + ".",
                    inTime(() -> client.ask("x", InstanceServerTest.argument(""))));
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadToTheEnd() throws IOException {
        Thread.ofVirtual().start(() -> answer("x".repeat(32 << 20)));
        try (var client = InstanceClient.connect(data, LONG).orElseThrow()) {
            String message = inTime(() -> client.ask("x", InstanceServerTest.argument("")));
            assertTrue(message.contains("a line is longer than 8 MiB"), message);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /// The message that the work ends with, well before its patience would be over twice.
    private static String inTime(Work work) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(15),
                () -> String.valueOf(assertThrows(IOException.class, work::run).getMessage()));
    }

    private void answer(String answer) {
        try (var raw = new Raw(listening.accept())) {
            var _ = raw.hear();
            raw.send(answer);
        } catch (IOException gone) {
            // The client has heard enough.
        }
    }
}
