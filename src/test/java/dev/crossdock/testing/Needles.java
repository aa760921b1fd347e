package dev.crossdock.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A secret in all the ways it could stand in a file without being encrypted.
public final class Needles {

    private final List<String> forms = new ArrayList<>();

    public Needles(String secret) {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            byte[] bytes = secret.getBytes(charset);
            forms.add(raw(bytes));
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
            for (int before = 0; before < 3; before++) {
                String inner = base64(bytes, before);
                forms.add(inner);
                forms.add(inner.replace('+', '-').replace('/', '_'));
            }
        }
    }

    List<String> forms() {
        return List.copyOf(forms);
    }

    public boolean isIn(String text) {
        return isIn(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isIn(byte[] bytes) {
        String hay = raw(bytes);
        return forms.stream().anyMatch(hay::contains);
    }

    /// The files below the folder that hold it.
    public List<Path> in(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                if (isIn(Files.readAllBytes(path))) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    /// What is the same in Base64, whatever stands before and behind.
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int end = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
        return text.substring(before == 0 ? 0 : before + 1, end);
    }

    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
