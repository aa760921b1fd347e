package dev.crossdock.ftp;

import dev.crossdock.model.WireText;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/// Turns commands into what goes over the wire, in the charset of the site. Pure.
record CommandLines(Charset charset) {

    /// @throws UnencodableException if the charset cannot write one of them
    byte[] encode(List<String> commands) throws UnencodableException {
        var bytes = new ByteArrayOutputStream();
        for (String command : commands) {
            requireOneLine(command);
            try {
                bytes.writeBytes(WireText.encode(command, charset));
            } catch (CharacterCodingException impossible) {
                throw new UnencodableException(Scribe.masked(command), charset);
            }
            bytes.write('\r');
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    static void requireOneLine(String line) {
        if (line.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("A command is one line.");
        }
    }
}
