package dev.dovetail.examples.dgs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows the class that the example has. */
final class ReadmeTest {

    @Test
    void readme_hasDovetailSchema() throws IOException {
        String code = Files.readString(Path.of("src/main/java/dev/dovetail/examples/dgs/DovetailSchema.java"));
        String readme = Files.readString(Path.of("../../README.md"));

        assertThat(words(readme)).contains(words(code.substring(code.indexOf("@DgsComponent"))));
    }

    /** Without comments, and however it is laid out. */
    private static String words(String code) {
        return code.replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("//.*", "").replaceAll("\\s+", "");
    }
}
