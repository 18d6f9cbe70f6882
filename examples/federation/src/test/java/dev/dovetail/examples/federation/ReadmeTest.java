package dev.dovetail.examples.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows what the example has. */
final class ReadmeTest {

    private static final Path MAIN = Path.of("src/main");

    @Test
    void readme_hasTheSchemaOfTheSubgraph() throws IOException {
        String code = Files.readString(MAIN.resolve("java/dev/dovetail/examples/federation/SubgraphSchema.java"));
        String shown = code.substring(code.indexOf("TypeDefinitionRegistry registry"), code.indexOf("return GraphQL"));

        assertThat(readme()).contains(words(shown));
    }

    @Test
    void readme_hasTheKeysOfTheRows() throws IOException {
        String sdl = Files.readString(MAIN.resolve("resources/shop.graphqls"));

        assertThat(readme())
                .contains(words(sdl.substring(0, sdl.indexOf("# Whoever"))))
                .contains(words(sdl.substring(sdl.indexOf("extend type User"), sdl.indexOf("# No row"))));
    }

    private static String readme() throws IOException {
        return words(Files.readString(Path.of("../../README.md")));
    }

    /** Without comments, and however it is laid out. */
    private static String words(String text) {
        return text.replaceAll("(?m)(?<!:)//.*|^#.*$", "").replaceAll("\\s+", "");
    }
}
