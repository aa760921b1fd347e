package dev.crossdock.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Failure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

class LocalFailureTest {

    private static final Path FILE = Path.of("a");

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        new IOException("No space left on device"),
                        "The disk has no room left for a."),
                Arguments.of(
                        new FileSystemException("a", null, "Disk quota exceeded"),
                        "The disk has no room left for a."),
                Arguments.of(
                        new IOException("There is not enough space on the disk"),
                        "The disk has no room left for a."),
                Arguments.of(
                        new AccessDeniedException("a"), "This computer does not let you use a."),
                Arguments.of(new NoSuchFileException("a"), "a is not there on this computer."),
                Arguments.of(
                        new FileSystemException("a", null, "File name too long"),
                        "This computer could not use a: File name too long."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatTheDiskRefusesIsSaidInWords(IOException thrown, String words) {
        Failure failure = LocalFailure.of(thrown, FILE).failure();
        assertEquals(Failure.Kind.LOCAL_DISK, failure.kind());
        assertEquals(words, failure.message());
    }
}
