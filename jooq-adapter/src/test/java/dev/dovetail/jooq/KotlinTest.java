package dev.dovetail.jooq;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts in Kotlin: its compiler, told to be strict, knows from JSpecify's annotations what may be null. */
final class KotlinTest {

    private static final Path HOST = Path.of("src", "test", "kotlin-host");

    /** Newer JDKs dislike what the compiler itself does; its own warnings are in small letters. */
    private static final String WARNING_OF_THE_JDK = "WARNING: ";

    @TempDir
    private Path classes;

    @Test
    void rightNullness_compilesWithoutAWarning() throws Exception {
        String messages = compile("Host.kt");

        assertThat(messages).isEmpty();
        assertThat(classes.resolve("kotlinhost/HostKt.class")).exists();
        assertThat(Files.readString(HOST.resolve("Host.kt"))).doesNotContain("!!.", "!!)");
    }

    @Test
    void wrongNullness_doesNotCompile() throws Exception {
        List<String> lines = Files.readAllLines(HOST.resolve("Wrong.kt"));

        String messages = compile("Wrong.kt");

        assertThat(linesWithErrors(messages))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, lines.size())
                        .filter(line -> lines.get(line - 1).endsWith("// wrong"))
                        .boxed()
                        .toList());
    }

    private static List<Integer> linesWithErrors(String messages) {
        return Pattern.compile("(?m)^.*\\.kt:(\\d+):\\d+: error: .*$")
                .matcher(messages)
                .results()
                .map(MatchResult::group)
                .map(message -> Integer.valueOf(message.replaceAll(".*\\.kt:(\\d+):.*", "$1")))
                .distinct()
                .sorted()
                .toList();
    }

    /** In a process of its own: the compiler is large, and would be measured like the code under test. */
    private String compile(String file) throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        Process compiler = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                        "-no-stdlib",
                        "-no-reflect",
                        "-Xjspecify-annotations=strict",
                        "-d",
                        classes.toString(),
                        "-cp",
                        classPath,
                        HOST.resolve(file).toString())
                .redirectErrorStream(true)
                .start();
        String messages = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        compiler.waitFor();
        return messages.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(WARNING_OF_THE_JDK))
                .collect(joining("\n"));
    }
}
