package dev.dovetail.hasura;

import dev.dovetail.error.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Texts of JSON and YAML as trees of maps, lists and scalars. */
final class Trees {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Trees() {}

    static Object json(String file, String text) {
        return tree(JSON, file, text);
    }

    /** The tree, or null for an empty file. */
    static @Nullable Object yaml(String file, String text) {
        if (text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
            return null;
        }
        try {
            return tree(YamlMapper.get(), file, text);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "To read " + file + ", add the dependency tools.jackson.dataformat:jackson-dataformat-yaml, of the "
                            + "version of your Jackson 3",
                    e);
        }
    }

    private static Object tree(ObjectMapper mapper, String file, String text) {
        try {
            Object tree = mapper.readValue(text, Object.class);
            if (tree == null) {
                throw new ConfigurationException(List.of(file + ": there is nothing in it"));
            }
            return tree;
        } catch (JacksonException e) {
            throw new ConfigurationException(List.of(file + ": it cannot be read: " + message(e)));
        }
    }

    private static String message(JacksonException e) {
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return e.getOriginalMessage() + where;
    }
}
