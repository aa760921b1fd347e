package dev.crossdock.ui;

import javafx.application.Application;

/// Starts [Preview]; a main class that is an `Application` itself does not run from the class path.
final class PreviewMain {

    private PreviewMain() {}

    /// @param arguments a folder for the pictures, width, height
    public static void main(String[] arguments) {
        Application.launch(Preview.class, arguments);
    }
}
