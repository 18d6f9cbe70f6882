package dev.dovetail.examples.sidebyside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sources of this module. */
final class Code {

    private Code() {}

    /** The text of a file below the module's directory. */
    static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        return text("src/main/resources/" + name);
    }

    /** The lines that somebody has to write and to read: neither empty ones, nor comments, nor imports. */
    static long lines(String file) {
        return text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .filter(line -> !line.matches("(//|/\\*|\\*|#|import |package ).*"))
                .count();
    }
}
