package dev.dovetail.hasura;

import dev.dovetail.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metadata directory of a project of Hasura's CLI, as one document of the form that {@code replace_metadata} takes:
 * the files of the directory are its keys.
 */
final class Project {

    private static final String INCLUDE = "!include ";

    /** As a tag it would be lost: the text that it belongs to is all that a parser tells. */
    private static final Pattern INCLUDE_TAG = Pattern.compile("(?m)(^|[:-])([ \\t]+)!include[ \\t]+([^\\s\"'#]+)");

    /** Hasura's documentation writes the keys of actions.yaml as items of lists, some without a colon. */
    private static final Pattern ITEM_FOR_KEY = Pattern.compile(
            "(?m)^([ \\t]*)-[ \\t]+(actions|custom_types|objects|input_objects|scalars|enums)[ \\t]*:?[ \\t]*$");

    private final Path directory;
    private final Deque<Path> open = new ArrayDeque<>();

    Project(Path directory) {
        Path nested = directory.resolve("metadata");
        this.directory =
                Files.isDirectory(nested) && !Files.exists(directory.resolve("actions.yaml")) ? nested : directory;
    }

    Document read() {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Path file : files()) {
            Object tree = include(file);
            if (tree != null) {
                document.put(stem(file), tree);
            }
        }
        Path databases = directory.resolve("databases").resolve("databases.yaml");
        Object sources = Files.exists(databases) ? include(databases) : null;
        if (sources != null) {
            document.put("sources", sources);
        }
        Path actions = directory.resolve("actions.graphql");
        return new Document(
                directory.toString(), document, Files.exists(actions) ? new Sdl(name(actions), text(actions)) : null);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw fault(directory, "it is no directory that can be read");
        }
    }

    private @Nullable Object include(Path file) {
        if (open.contains(file.normalize())) {
            throw fault(file, "it includes itself");
        }
        open.push(file.normalize());
        Object tree = Trees.yaml(name(file), prepared(file));
        Object whole = tree == null ? null : new Included(name(file), resolved(file, tree));
        open.pop();
        return whole;
    }

    private String prepared(Path file) {
        String text = INCLUDE_TAG.matcher(text(file)).replaceAll("$1$2\"!include $3\"");
        return file.endsWith("actions.yaml") ? ITEM_FOR_KEY.matcher(text).replaceAll("$1$2:") : text;
    }

    /** The tree with what it includes. */
    private Object resolved(Path file, Object tree) {
        if (tree instanceof String text && text.startsWith(INCLUDE)) {
            Object included =
                    include(file.resolveSibling(text.substring(INCLUDE.length()).strip()));
            return included == null ? List.of() : included;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(element == null ? null : resolved(file, element)));
            return elements;
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, value) -> entries.put(String.valueOf(key), value == null ? null : resolved(file, value)));
            return entries;
        }
        return tree;
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw fault(file, "it cannot be read as text in UTF-8, or is not there");
        }
    }

    private String name(Path file) {
        return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
    }

    private static ConfigurationException fault(Path file, String fault) {
        return new ConfigurationException(List.of(file + ": " + fault));
    }
}
