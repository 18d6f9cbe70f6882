package dev.dovetail.examples.quickstart.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads files that are on the class path. */
final class ClassPath {

    private ClassPath() {}

    /** The file's content, or null when there is no such file. */
    static byte @Nullable [] bytes(String path) {
        try (InputStream in = ClassPath.class.getResourceAsStream("/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        byte[] bytes = bytes(path);
        if (bytes == null) {
            throw new IllegalStateException("There is no " + path + " on the class path");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
