package dev.crossdock.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;

import dev.crossdock.store.Owner;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// What is logged and where; in code, since reading it from XML takes a tenth of a start.
///
/// Found by Logback as a service. A start from the desktop has no terminal, so the window logs into
/// a file besides.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {

    private static final Logger LOG = LoggerFactory.getLogger(Logging.class);
    private static final String NAME = "crossdock.log";
    private static final String TIME = "%d{HH:mm:ss.SSS}";
    private static final String DATE = "%d{yyyy-MM-dd HH:mm:ss.SSS}";
    private static final String REST = " %-5level %logger{30} [%thread] %msg%n";
    private static final FileSize MOST = FileSize.valueOf("1MB");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var stderr = new ConsoleAppender<ILoggingEvent>();
        stderr.setTarget("System.err");
        start(stderr, context, TIME);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        // The demo servers: a client that hangs up or distrusts a certificate is no news.
        context.getLogger("org.apache.ftpserver").setLevel(Level.ERROR);
        context.getLogger("org.apache.ftpserver.impl.DefaultFtpHandler").setLevel(Level.OFF);
        context.getLogger("org.apache.mina").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /// Logs into a file in this folder that only its owner may read, and one before it, of a
    /// megabyte each; says so where that cannot be.
    ///
    /// @return lets go of the file
    static Closeable alsoInto(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Owner.createFolders(folder);
            Owner.createFile(file);
        } catch (IOException failed) {
            LOG.warn("no log file {}: {}", file, failed.toString());
            return () -> {};
        }
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setFile(file.toString());
        var one = new OneBefore(file);
        one.setContext(context);
        one.setParent(appender);
        one.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(MOST);
        size.setCheckIncrement(Duration.buildByMilliseconds(0));
        size.start();
        appender.setRollingPolicy(one);
        appender.setTriggeringPolicy(size);
        start(appender, context, DATE);
        return () -> {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
            appender.stop();
        };
    }

    private static void start(
            OutputStreamAppender<ILoggingEvent> appender, LoggerContext context, String time) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(time + REST);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /// Keeps one file before the present one. Logback's own policies read patterns in the path,
    /// which the user chose.
    private static final class OneBefore extends RollingPolicyBase {

        private final Path file;

        OneBefore(Path file) {
            this.file = file;
        }

        @Override
        public void rollover() {
            try {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
                Owner.createFile(file);
            } catch (IOException failed) {
                throw new RolloverFailure(String.valueOf(failed.getMessage()), failed);
            }
        }

        @Override
        public String getActiveFileName() {
            return file.toString();
        }
    }
}
