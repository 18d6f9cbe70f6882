package dev.dovetail.jooq;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/** Classes that jOOQ's own code generator makes of a database, compiled together with a host's code that uses them. */
final class GeneratedSources {

    static final Path CODEGEN = Path.of("src", "test", "codegen");

    private GeneratedSources() {}

    /**
     * Loads what the generator makes, in the package {@code generated}, and what the host has, in {@code host}.
     *
     * @param configuration the generator's, without the database to connect to and the target
     */
    static ClassLoader load(String configuration) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "generated-");
            generate(configuration, directory);
            Path classes = Files.createDirectory(directory.resolve("classes"));
            compile(classes, directory, CODEGEN.resolve("host"));
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedSources.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void generate(String file, Path directory) throws IOException {
        Configuration configuration = GenerationTool.load(Files.newInputStream(CODEGEN.resolve(file)));
        configuration.setJdbc(new Jdbc()
                .withUrl(TestDatabase.server().jdbcUrl())
                .withUser(TestDatabase.server().user()));
        configuration
                .getGenerator()
                .setTarget(new Target().withPackageName("generated").withDirectory(directory.toString()));
        try {
            new GenerationTool().run(configuration);
        } catch (Exception e) {
            throw new AssertionError("The code generator failed", e);
        }
    }

    private static void compile(Path classes, Path... sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + "target/classes"));
        for (Path directory : sources) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
            }
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError("The generated classes do not compile");
        }
    }
}
