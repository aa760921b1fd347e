/// Builds the program out of its parts, starts and stops it.
///
/// Begin reading at [dev.crossdock.app.Wiring]: the whole program is on that page, and the adapters
/// that join the ports of one package to the classes of another stand there as lambdas.
/// [dev.crossdock.app.Launcher] is the way in; it does not extend [javafx.application.Application],
/// so that `java -jar` starts it from the class path and the command line never loads JavaFX. May
/// use every package.
@NullMarked
package dev.crossdock.app;

import org.jspecify.annotations.NullMarked;
