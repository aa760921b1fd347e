package dev.crossdock.local;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/// Says for a person what this computer's disk refused.
public final class LocalFailure {

    private LocalFailure() {}

    public static FailureException of(IOException thrown, Path path) {
        return new FailureException(failure(thrown, path), thrown);
    }

    public static FailureException of(String message, String advice) {
        return new FailureException(
                Failure.of(Failure.Kind.LOCAL_DISK, "", message, Failure.Remedy.ASK_USER, advice));
    }

    private static Failure failure(IOException thrown, Path path) {
        String reason = reason(thrown);
        String message;
        String advice;
        if (isFull(reason)) {
            message = "The disk has no room left for %s.".formatted(path);
            advice = "Make room, then try again.";
        } else {
            message =
                    switch (thrown) {
                        case AccessDeniedException _ ->
                                "This computer does not let you use %s.".formatted(path);
                        case NoSuchFileException _ ->
                                "%s is not there on this computer.".formatted(path);
                        case FileAlreadyExistsException _ ->
                                "%s is there already on this computer.".formatted(path);
                        case DirectoryNotEmptyException _ -> "%s is not empty.".formatted(path);
                        case NotDirectoryException _ -> "%s is no folder.".formatted(path);
                        default -> "This computer could not use %s: %s.".formatted(path, reason);
                    };
            advice =
                    switch (thrown) {
                        case AccessDeniedException _ ->
                                "Choose another folder, or change its permissions.";
                        case NoSuchFileException _ -> "Refresh the folder and look again.";
                        default -> "";
                    };
        }
        return new Failure(
                Failure.Kind.LOCAL_DISK,
                "",
                message,
                Failure.Remedy.ASK_USER,
                advice,
                thrown.toString());
    }

    private static boolean isFull(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded");
    }

    private static String reason(IOException thrown) {
        String words =
                thrown instanceof FileSystemException known && known.getReason() != null
                        ? known.getReason()
                        : thrown.getMessage();
        return words == null ? thrown.getClass().getSimpleName() : words;
    }
}
