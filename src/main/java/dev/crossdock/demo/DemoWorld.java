package dev.crossdock.demo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two servers to try the program with: Alpha with `+proxy`, Beta unmodified.
///
/// Their files live in a fresh temporary folder that goes with them.
public final class DemoWorld implements AutoCloseable {

    private static final int PORT = 2121;
    private static final String USER = "demo";

    private final Path folder;
    private final DemoServer alpha;
    private final DemoServer beta;

    private DemoWorld(Path folder, DemoServer alpha, DemoServer beta) {
        this.folder = folder;
        this.alpha = alpha;
        this.beta = beta;
    }

    /// How a demo may differ from the real thing.
    ///
    /// @param singleAddress both servers share 127.0.0.1, and Alpha is TLS client on every data
    ///   connection that it opens: for systems without 127.0.0.2, and for a demo only, because real
    ///   servers decide by address
    public record Options(boolean singleAddress) {

        public static final Options USUAL = new Options(false);
    }

    /// On 127.0.0.2 and 127.0.0.3, port 2121 or, where that is taken, any free one.
    ///
    /// @throws IOException if an address is missing on this system, or the temporary folder is full
    public static DemoWorld start(Options options) throws IOException {
        boolean single = options.singleAddress();
        InetAddress here = InetAddress.ofLiteral(single ? "127.0.0.1" : "127.0.0.2");
        InetAddress there = InetAddress.ofLiteral(single ? "127.0.0.1" : "127.0.0.3");
        requireAddress(here);
        requireAddress(there);
        Path folder = Files.createTempDirectory("crossdock-demo-");
        var started = new ArrayList<DemoServer>();
        try (var aside = Executors.newVirtualThreadPerTaskExecutor()) {
            Path alphaRoot = Files.createDirectory(folder.resolve("alpha"));
            Path betaRoot = Files.createDirectory(folder.resolve("beta"));
            Future<?> files = aside.submit(() -> fill(alphaRoot, betaRoot));
            ProxyRule rule = single ? ProxyRule.DEMO_ALWAYS : ProxyRule.OTHER_ADDRESS;
            started.add(start("Alpha", here, rule, alphaRoot));
            started.add(start("Beta", there, ProxyRule.NONE, betaRoot));
            join(files);
            return new DemoWorld(folder, started.getFirst(), started.getLast());
        } catch (IOException | RuntimeException e) {
            started.forEach(DemoServer::close);
            delete(folder);
            throw e;
        }
    }

    /// The server with `+proxy`.
    public DemoServer alpha() {
        return alpha;
    }

    /// The unmodified server.
    public DemoServer beta() {
        return beta;
    }

    public List<DemoServer> servers() {
        return List.of(alpha, beta);
    }

    /// Stops both servers and deletes their files.
    @Override
    public void close() throws IOException {
        alpha.close();
        beta.close();
        delete(folder);
    }

    private static @Nullable Void fill(Path alpha, Path beta) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        new DemoFiles(alpha, now).makeAlpha();
        new DemoFiles(beta, now).makeBeta();
        return null;
    }

    private static void join(Future<?> files) throws IOException {
        try {
            files.get();
        } catch (ExecutionException e) {
            throw new IOException("The demo's files cannot be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The demo was given up while it started.");
        }
    }

    private static DemoServer start(String name, InetAddress address, ProxyRule rule, Path root)
            throws IOException {
        var config = new DemoServerConfig(name, address, PORT, rule, root, USER, USER);
        return DemoServer.start(isFree(address, PORT) ? config : config.withPort(0));
    }

    private static void requireAddress(InetAddress address) throws IOException {
        try (var probe = new ServerSocket(0, 1, address)) {
            probe.getLocalPort();
        } catch (BindException e) {
            String text = address.getHostAddress();
            throw new IOException(
                    "This system has no loopback address "
                            + text
                            + ", which the demo needs. On macOS make it with: sudo ifconfig lo0"
                            + " alias "
                            + text
                            + ". Or start the demo with its single-address switch.",
                    e);
        }
    }

    private static boolean isFree(InetAddress address, int port) {
        try (var probe = new ServerSocket(port, 1, address)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
