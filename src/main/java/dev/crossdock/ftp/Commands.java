package dev.crossdock.ftp;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.net.LostException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// One command, one answer.
final class Commands {

    /// How many preliminary replies one command may have.
    static final int MOST_PRELIMINARY = 20;

    private Commands() {}

    /// The final reply to a command, be it yes or no.
    static Reply ask(ControlConnection control, String command, Duration deadline)
            throws IOException {
        control.requireQuiet();
        control.send(List.of(command));
        return finalReply(control, command, deadline);
    }

    /// The final reply to a command, which has to be 2yz.
    static Reply require(ControlConnection control, String command, Duration deadline)
            throws IOException {
        Reply reply = ask(control, command, deadline);
        if (!reply.isPositive()) {
            throw new RefusedException(command, reply);
        }
        return reply;
    }

    /// The same for a command of the login: a server that is full answers with its farewell (421).
    static Reply askAtLogin(ControlConnection control, String command, Duration deadline)
            throws IOException {
        control.requireQuiet();
        control.send(List.of(command));
        return lastReply(control, command, deadline);
    }

    static Reply finalReply(ControlConnection control, String command, Duration deadline)
            throws IOException {
        return stillThere(control, lastReply(control, command, deadline));
    }

    private static Reply lastReply(ControlConnection control, String command, Duration deadline)
            throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        for (int i = 0; i < MOST_PRELIMINARY; i++) {
            // Preliminary replies do not win the server more time.
            Reply reply = control.receive(deadline, Duration.ofNanos(end - System.nanoTime()));
            if (!reply.isPreliminary()) {
                return reply;
            }
        }
        control.close();
        throw new GarbledException(
                "no end to the preliminary replies to " + command.split(" ", 2)[0]);
    }

    /// The same reply, unless it is the server's farewell (421).
    static Reply stillThere(ControlConnection control, Reply reply) throws LostException {
        if (reply.code() == 421) {
            control.close();
            throw new LostException("The server ended the session: " + reply.firstLine());
        }
        return reply;
    }

    /// The path in a 257 (RFC 959, appendix II): in quotes, a quote in it doubled.
    ///
    /// pure-ftpd does not double them; so the last quote that is not doubled ends the path.
    static RemotePath pathOf(Reply reply) throws GarbledException {
        String text = reply.text();
        int start = text.indexOf('"');
        var path = new StringBuilder();
        for (int i = start + 1; start >= 0 && i < text.length(); i++) {
            boolean quote = text.charAt(i) == '"';
            boolean doubled = quote && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (quote && !doubled && text.indexOf('"', i + 1) < 0) {
                return absolute(path.toString(), reply);
            }
            path.append(text.charAt(i));
            i += doubled ? 1 : 0;
        }
        throw new GarbledException("no path in the answer to PWD: " + reply.firstLine());
    }

    /// The number in a 213; empty if the server knows of no such file.
    static OptionalLong sizeOf(Reply reply) throws GarbledException {
        if (reply.code() != 213) {
            return OptionalLong.empty();
        }
        String digits = reply.text().strip();
        if (!digits.matches("\\d{1,18}")) {
            throw new GarbledException("no size in the answer to SIZE: " + reply.firstLine());
        }
        return OptionalLong.of(Long.parseLong(digits));
    }

    private static RemotePath absolute(String path, Reply reply) throws GarbledException {
        try {
            return RemotePath.of(path.startsWith("/") ? path : "/" + path);
        } catch (IllegalArgumentException unusable) {
            throw new GarbledException("no usable path in the answer to PWD: " + reply.firstLine());
        }
    }
}
