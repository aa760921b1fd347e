package dev.crossdock.demo;

import dev.crossdock.model.TlsMode;

import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerConfigurationException;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.impl.DefaultFtpServer;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// One FTPS server in this process, with its own certificate and folder.
public final class DemoServer implements AutoCloseable {

    private static final int LOGINS = 40;
    private static final int THREADS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DemoServerConfig config;
    private final SelfSigned certificate;
    private final FtpServer server;
    private final Listener listener;
    private final DataLog log;
    private final OpenSessions sessions;

    private DemoServer(
            DemoServerConfig config,
            SelfSigned certificate,
            FtpServer server,
            Listener listener,
            DataLog log,
            OpenSessions sessions) {
        this.config = config;
        this.certificate = certificate;
        this.server = server;
        this.listener = listener;
        this.log = log;
        this.sessions = sessions;
    }

    /// Listens when this returns.
    ///
    /// @throws IOException if the address or the port is not to be had
    public static DemoServer start(DemoServerConfig config) throws IOException {
        var certificate =
                SelfSigned.create(
                        config.name() + " (Crossdock demo)",
                        List.of("localhost"),
                        config.address(),
                        Instant.now());
        var tls = new ServerTls(certificate, config.tlsProtocols());
        var log = new DataLog();
        var sessions = new OpenSessions();
        Listener listener = listener(config, tls);
        var factory = new FtpServerFactory();
        factory.addListener("default", listener);
        factory.setUserManager(users(config));
        factory.setConnectionConfig(limits());
        factory.setCommandFactory(
                ServerCommands.create(config.proxy(), config.tls().isEncrypted()));
        factory.getFtplets()
                .put(
                        "gatekeeper",
                        new Gatekeeper(config.tls(), tls, config.proxy(), log, listener, sessions));
        var server = (DefaultFtpServer) factory.createServer();
        tame(server.getServerContext().getThreadPoolExecutor(), config.name());
        try {
            server.start();
        } catch (FtpException | FtpServerConfigurationException e) {
            throw new IOException(
                    "The demo server "
                            + config.name()
                            + " cannot listen on "
                            + config.address().getHostAddress()
                            + ":"
                            + config.port()
                            + ": "
                            + reason(e),
                    e);
        }
        return new DemoServer(config, certificate, server, listener, log, sessions);
    }

    public String name() {
        return config.name();
    }

    public InetAddress address() {
        return config.address();
    }

    public int port() {
        return listener.getPort();
    }

    public TlsMode tls() {
        return config.tls();
    }

    public boolean proxy() {
        return config.proxy().isAdvertised();
    }

    public String user() {
        return config.user();
    }

    public char[] password() {
        return config.password().toCharArray();
    }

    /// The folder on this computer that is the server's `/`.
    public java.nio.file.Path root() {
        return config.root();
    }

    /// The fingerprint of its certificate, as [dev.crossdock.model.Certificate] has it.
    public String certificateSha256() {
        return certificate.sha256();
    }

    /// All data connections so far, oldest first.
    public List<DataConnection> dataConnections() {
        return log.connections();
    }

    /// Ends running transfers and all sessions.
    @Override
    public void close() {
        if (server.isStopped()) {
            return;
        }
        // No new ones, then an end to those that are there.
        listener.suspend();
        sessions.abortTransfers();
        listener.getActiveSessions().forEach(FtpIoSession::closeNow);
        sessions.awaitNone(PATIENCE);
        server.stop();
    }

    /// Keeps the library's idle threads from holding the program for half a minute after its end.
    private static void tame(ThreadPoolExecutor workers, String name) {
        workers.setThreadFactory(
                Thread.ofPlatform().daemon().name("demo-" + name + "-", 1).factory());
        workers.setKeepAliveTime(1, TimeUnit.SECONDS);
    }

    private static Listener listener(DemoServerConfig config, ServerTls tls) {
        var data = new DataConnectionConfigurationFactory();
        data.setActiveIpCheck(false);
        data.setPassiveIpCheck(false);
        var factory = new ListenerFactory();
        factory.setServerAddress(config.address().getHostAddress());
        factory.setPort(config.port());
        factory.setIdleTimeout(0);
        if (config.tls().isEncrypted()) {
            factory.setSslConfiguration(tls);
            data.setSslConfiguration(tls);
        }
        factory.setImplicitSsl(config.tls() == TlsMode.IMPLICIT);
        factory.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return factory.createListener();
    }

    private static UserManager users(DemoServerConfig config) throws IOException {
        var factory = new PropertiesUserManagerFactory();
        factory.setPasswordEncryptor(new ClearTextPasswordEncryptor());
        UserManager users = factory.createUserManager();
        var user = new BaseUser();
        user.setName(config.user());
        user.setPassword(config.password());
        user.setHomeDirectory(config.root().toString());
        user.setAuthorities(
                List.of(new WritePermission(), new ConcurrentLoginPermission(LOGINS, LOGINS)));
        try {
            users.save(user);
        } catch (FtpException e) {
            throw new IOException("The demo server takes no users: " + e.getMessage(), e);
        }
        return users;
    }

    private static org.apache.ftpserver.ConnectionConfig limits() {
        var factory = new ConnectionConfigFactory();
        factory.setAnonymousLoginEnabled(false);
        factory.setMaxLogins(LOGINS);
        factory.setMaxThreads(THREADS);
        factory.setLoginFailureDelay(0);
        return factory.createConnectionConfig();
    }

    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
