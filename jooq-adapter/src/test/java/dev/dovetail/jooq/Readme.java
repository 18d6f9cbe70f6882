package dev.dovetail.jooq;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code blocks of the README and of the pages that belong to it, and the code of a test that they must be. */
final class Readme {

    /** The project's page, and those that it leads to. */
    private static final List<Path> PAGES = List.of(
            Path.of("..", "README.md"),
            Path.of("README.md"),
            Path.of("..", "core", "README.md"),
            Path.of("..", "examples", "hasura", "README.md"));

    private static final Path TESTS = Path.of("src", "test", "java", "dev", "dovetail", "jooq");

    private final String text;

    Readme() {
        this(PAGES.stream().map(Readme::read).collect(joining("\n")));
    }

    private Readme(String text) {
        this.text = text;
    }

    /** What stands under a heading, up to the next one of any level. */
    Readme section(String heading) {
        Matcher section = Pattern.compile("(?ms)^##+ " + Pattern.quote(heading) + "\\n(.*?)(?=^##+ |\\z)")
                .matcher(text);
        if (!section.find()) {
            throw new AssertionError("The README has no heading '" + heading + "'");
        }
        return new Readme(section.group(1));
    }

    /** All but these sections, which examples test. */
    Readme without(String... headings) {
        String rest = text;
        for (String heading : headings) {
            rest = rest.replace(section(heading).text, "");
        }
        return new Readme(rest);
    }

    /** All of it. */
    String text() {
        return text;
    }

    /** The headings under which there is a block of this language. */
    List<String> headings(String language) {
        return Pattern.compile("(?m)^##+ (.*)$")
                .matcher(text)
                .results()
                .map(heading -> heading.group(1))
                .filter(heading -> !section(heading).blocks(language).isEmpty())
                .toList();
    }

    /** The blocks of this language, in their order. */
    List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(text)
                .results()
                .map(block -> block.group(1).strip())
                .toList();
    }

    /** The first block of this language. */
    String block(String language) {
        return blocks(language).get(0);
    }

    /** The table whose first column has this name. */
    Readme table(String column) {
        return new Readme(text.substring(text.indexOf("| " + column + " |")).split("\n\n", 2)[0]);
    }

    /** What is marked as code in the first cells of a table, without its head. */
    List<String> firstCells() {
        String rows = text.substring(text.indexOf("|---"));
        return Pattern.compile("(?m)^\\|([^|]*)\\|")
                .matcher(rows)
                .results()
                .flatMap(row -> codes(row.group(1)).stream())
                .toList();
    }

    /** What is marked as code in a line. */
    static List<String> codes(String line) {
        return Pattern.compile("`([^`]+)`")
                .matcher(line)
                .results()
                .map(code -> code.group(1))
                .toList();
    }

    /** The statements of the README's SQL blocks, one for each semicolon, as {@link #words}. */
    List<String> statements() {
        return List.of(block("sql").split(";")).stream()
                .map(Readme::words)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The code of test classes between the marks {@code // snippet} and {@code // end}, without its indentation. */
    static List<String> marked(List<String> testClasses) {
        return testClasses.stream()
                .flatMap(test -> Pattern.compile("(?ms)^ *// snippet\\n(.*?)^ *// end$")
                        .matcher(read(TESTS.resolve(test + ".java")))
                        .results())
                .map(Readme::unindented)
                .toList();
    }

    /** The version that the parent says. */
    static String projectVersion() {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(read(Path.of("..", "pom.xml")));
        return version.find() ? version.group(1) : "";
    }

    /** A text with single spaces. */
    static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String unindented(MatchResult region) {
        return region.group(1).stripTrailing().stripIndent();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
