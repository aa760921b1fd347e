package dev.crossdock.demo;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Sees an ABOR while a transfer runs.
///
/// The library handles one command of a session after the other, so without this an ABOR would wait
/// for the end of the transfer that it is to end. It still gets its own answer afterwards.
final class AbortFilter extends IoFilterAdapter {

    private static final Pattern ABOR = Pattern.compile("(?im)^[^a-z]*ABOR\\s*$");

    private final DataPort port;

    AbortFilter(DataPort port) {
        this.port = port;
    }

    @Override
    public void messageReceived(NextFilter next, IoSession session, Object message) {
        if (message instanceof IoBuffer bytes && isAbort(bytes)) {
            port.closeDataConnection();
        }
        next.messageReceived(session, message);
    }

    private static boolean isAbort(IoBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return ABOR.matcher(new String(copy, StandardCharsets.ISO_8859_1)).find();
    }
}
