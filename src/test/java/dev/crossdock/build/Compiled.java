package dev.crossdock.build;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Classes that break a rule on purpose, compiled by a test so that they lie in no source folder.
final class Compiled {

    private Compiled() {}

    /// @param sources by the full name of each class
    static JavaClasses classes(Map<String, String> sources, Path into) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
            var units = sources.entrySet().stream().map(Compiled::unit).toList();
            var options = List.of("-proc:none", "-implicit:none");
            if (!compiler.getTask(said, files, null, options, null, units).call()) {
                throw new IllegalArgumentException(said.toString());
            }
        }
        return new ClassFileImporter().importPath(into);
    }

    private static JavaFileObject unit(Map.Entry<String, String> source) {
        Path path = Path.of("/" + source.getKey().replace('.', '/') + ".java");
        return new SimpleJavaFileObject(path.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.getValue();
            }
        };
    }
}
