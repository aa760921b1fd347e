/// What this program is made of, as the build wrote it into the jar: its version, its commit, the
/// libraries in it and their licences.
///
/// The build makes a list of parts in CycloneDX (`META-INF/sbom`), which other tools read too, so
/// no list of ours can fall behind what is shipped. Started from its sources the program has none,
/// and says so. The list is read within bounds and line for line made harmless, since much of it
/// was written by others. Uses only the JDK and Jackson.
@NullMarked
package dev.crossdock.about;

import org.jspecify.annotations.NullMarked;
