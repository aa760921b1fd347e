package dev.crossdock.about;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The libraries of this program, or why they are not known.
public sealed interface Parts {

    /// @param libraries each once, sorted by name
    record Listed(List<Library> libraries) implements Parts {
        public Listed {
            libraries = List.copyOf(libraries);
        }
    }

    /// The program was not started from its jar.
    record NotBuilt() implements Parts {}

    /// @param reason in words that follow “The list of libraries cannot be read: ”
    record Unreadable(String reason) implements Parts {}

    /// What the build put into this program.
    static Parts shipped() {
        try (InputStream list = Parts.class.getResourceAsStream(PartsFile.PLACE)) {
            return list == null
                    ? new NotBuilt()
                    : PartsFile.parse(list.readNBytes(PartsFile.MAX_BYTES + 1));
        } catch (IOException e) {
            return new Unreadable("the program's own file is damaged");
        }
    }
}
