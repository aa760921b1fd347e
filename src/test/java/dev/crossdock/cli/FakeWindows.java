package dev.crossdock.cli;

import dev.crossdock.site.ServerLink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down what would have been opened.
final class FakeWindows implements Windows {

    final List<String> opened = new ArrayList<>();
    final List<ServerLink> links = new ArrayList<>();

    @Override
    public int window(Optional<Path> home, Optional<ServerLink> link) {
        opened.add("window " + home.map(Path::toString).orElse("-"));
        link.ifPresent(links::add);
        return 0;
    }

    @Override
    public int demo(Optional<Path> home, boolean serve, boolean singleAddress) {
        opened.add("demo " + home.map(Path::toString).orElse("-") + " " + serve);
        return 0;
    }
}
