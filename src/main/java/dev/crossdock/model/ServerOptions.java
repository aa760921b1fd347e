package dev.crossdock.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How to talk to a server where it is not the usual way. Holds no secret.
///
/// @param others further addresses of the same server, tried in turn when the first is not reached
/// @param charset of names and messages; a Java name such as `UTF-8` or `windows-1252`
/// @param timeOffset added to times in listings that do not say their zone (LIST)
/// @param afterLogin commands sent after each login, in this order
/// @param keepAlive an idle control connection gets a NOOP so often; zero for never
public record ServerOptions(
        List<ServerAddress> others,
        Logon logon,
        DataRules data,
        TlsRules tls,
        Optional<ProxyServer> proxy,
        String charset,
        Duration timeOffset,
        List<String> afterLogin,
        Duration keepAlive) {

    public static final String UTF_8 = "UTF-8";
    public static final Duration LONGEST_OFFSET = Duration.ofHours(24);
    public static final Duration LONGEST_KEEP_ALIVE = Duration.ofHours(1);

    public static final ServerOptions USUAL =
            new ServerOptions(
                    List.of(),
                    Logon.USUAL,
                    DataRules.USUAL,
                    TlsRules.USUAL,
                    Optional.empty(),
                    UTF_8,
                    Duration.ZERO,
                    List.of(),
                    Duration.ZERO);

    private static final int MOST_ADDRESSES = 20;
    private static final int MOST_COMMANDS = 50;
    private static final int LONGEST_LINE = 4096;

    /// What commands and replies of servers are made of; `\\` and `~` are others in some charsets.
    private static final String ASCII = "AZaz09 .,-_/*=;:()[]'\"|\r\n";

    public ServerOptions {
        others = bounded("addresses", others, MOST_ADDRESSES);
        afterLogin = bounded("commands", afterLogin, MOST_COMMANDS);
        afterLogin.forEach(command -> requireLine("A command", command));
        charset = known(charset);
        if (timeOffset.abs().compareTo(LONGEST_OFFSET) > 0) {
            throw new IllegalArgumentException(
                    "A server's clock is at most 24 hours ahead or behind.");
        }
        if (keepAlive.isNegative() || keepAlive.compareTo(LONGEST_KEEP_ALIVE) > 0) {
            throw new IllegalArgumentException("A connection is kept alive every 0 to 3600 s.");
        }
    }

    public ServerOptions with(Logon other) {
        return new ServerOptions(
                others, other, data, tls, proxy, charset, timeOffset, afterLogin, keepAlive);
    }

    public ServerOptions with(DataRules other) {
        return new ServerOptions(
                others, logon, other, tls, proxy, charset, timeOffset, afterLogin, keepAlive);
    }

    public ServerOptions with(TlsRules other) {
        return new ServerOptions(
                others, logon, data, other, proxy, charset, timeOffset, afterLogin, keepAlive);
    }

    public ServerOptions withAddresses(List<ServerAddress> more) {
        return new ServerOptions(
                more, logon, data, tls, proxy, charset, timeOffset, afterLogin, keepAlive);
    }

    public ServerOptions withProxy(Optional<ProxyServer> other) {
        return new ServerOptions(
                others, logon, data, tls, other, charset, timeOffset, afterLogin, keepAlive);
    }

    public ServerOptions withCharset(String other) {
        return new ServerOptions(
                others, logon, data, tls, proxy, other, timeOffset, afterLogin, keepAlive);
    }

    public ServerOptions withTimeOffset(Duration other) {
        return new ServerOptions(
                others, logon, data, tls, proxy, charset, other, afterLogin, keepAlive);
    }

    public ServerOptions withCommands(List<String> other) {
        return new ServerOptions(
                others, logon, data, tls, proxy, charset, timeOffset, other, keepAlive);
    }

    public ServerOptions withKeepAlive(Duration other) {
        return new ServerOptions(
                others, logon, data, tls, proxy, charset, timeOffset, afterLogin, other);
    }

    static void requireLine(String what, String text) {
        if (text.isBlank()
                || text.length() > LONGEST_LINE
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " is one line without control characters.");
        }
    }

    static <T> List<T> bounded(String what, List<T> list, int most) {
        if (list.size() > most) {
            throw new IllegalArgumentException(
                    "A site has at most %d such %s, not %d.".formatted(most, what, list.size()));
        }
        return List.copyOf(list);
    }

    private static String known(String charset) {
        try {
            Charset found = Charset.forName(charset);
            if (!found.canEncode()
                    || !Arrays.equals(ASCII.getBytes(found), ASCII.getBytes(US_ASCII))) {
                throw new IllegalArgumentException(
                        "FTP needs a charset in which ASCII stays as it is, which “"
                                + charset
                                + "” is not.");
            }
            return found.name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IllegalArgumentException(
                    "This computer knows no charset “" + charset + "”.", unknown);
        }
    }
}
