package dev.dovetail.hasura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** YAML is optional: without its library, a project says what is missing, and JSON is read. */
final class WithoutYamlTest {

    @TempDir
    private Path project;

    @Test
    void project_withoutTheLibrary_namesTheDependency() throws Exception {
        Files.writeString(project.resolve("actions.yaml"), "actions: []\n");
        try (URLClassLoader loader = new URLClassLoader(classPathWithoutYaml(), null)) {
            Class<?> metadata = loader.loadClass(HasuraMetadata.class.getName());

            assertThatThrownBy(() -> metadata.getMethod("ofProject", Path.class).invoke(null, project))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessage("To read actions.yaml, add the dependency "
                            + "tools.jackson.dataformat:jackson-dataformat-yaml, of the version of your Jackson 3");
            assertThat(metadata.getMethod("ofJson", String[].class).invoke(null, (Object) new String[] {"{}"}))
                    .isNotNull();
        }
    }

    private static URL[] classPathWithoutYaml() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("yaml")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }
}
