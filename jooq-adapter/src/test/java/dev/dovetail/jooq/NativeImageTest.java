package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hints for native images. */
final class NativeImageTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void resources_all_areHinted() throws Exception {
        String hints = Files.readString(
                CLASSES.resolve("META-INF/native-image/dev.dovetail/dovetail-jooq-adapter/resource-config.json"));

        assertThat(resources())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(hints).contains("\\\\Q" + name + "\\\\E"));
    }

    private static List<String> resources() throws Exception {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> !name.endsWith(".class"))
                    .toList();
        }
    }
}
