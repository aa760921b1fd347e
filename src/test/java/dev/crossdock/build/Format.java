package dev.crossdock.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lays out every source file: `mvn -q test-compile exec:exec@format`.
///
/// It runs beside the tests, not as a Maven plugin, because the formatter needs the JDK 25 that the
/// toolchain found, while plugins run on whatever JDK started Maven.
final class Format {

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    private Format() {}

    public static void main(String[] arguments) throws IOException, FormatterException {
        for (Path file : sources(Path.of(arguments[0]))) {
            String before = Files.readString(file);
            String after = formatted(before);
            if (!after.equals(before)) {
                Files.writeString(file, after);
            }
        }
    }

    static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    static String formatted(String source) throws FormatterException {
        return FORMATTER.formatSourceAndFixImports(source);
    }
}
