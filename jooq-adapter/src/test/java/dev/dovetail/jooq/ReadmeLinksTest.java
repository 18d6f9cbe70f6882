package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the project's pages lead somewhere. */
final class ReadmeLinksTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT, 3)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(PROJECT::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_ofPage_leadSomewhere(Path page) throws IOException {
        List<String> broken = LINK.matcher(text(page))
                .results()
                .filter(link -> !leads(page, link.group(1), link.group(2)))
                .map(link -> link.group())
                .toList();

        assertThat(broken).isEmpty();
    }

    private static boolean leads(Path page, String file, String anchor) {
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        return Files.exists(PROJECT.resolve(target))
                && (anchor == null || anchors(target).contains(anchor));
    }

    /** The headings of a page as a forge links to them, and what is named. */
    private static Set<String> anchors(Path page) {
        Stream<String> headings = Pattern.compile("(?m)^#+ (.*)$")
                .matcher(text(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'));
        Stream<String> named = Pattern.compile("<a id=\"([^\"]+)\">")
                .matcher(text(page))
                .results()
                .map(name -> name.group(1));
        return Stream.concat(headings, named).collect(Collectors.toSet());
    }

    private static String text(Path page) {
        try {
            return CODE.matcher(Files.readString(PROJECT.resolve(page))).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
