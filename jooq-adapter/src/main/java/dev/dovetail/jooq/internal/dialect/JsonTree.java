package dev.dovetail.jooq.internal.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Trees of maps, lists and scalars as the text of a document, and back. */
public final class JsonTree {

    /** Jackson's bounds are for input that nobody has checked; a row beyond them would fail its whole batch. */
    private static final StreamReadConstraints UNBOUNDED = StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(UNBOUNDED).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonTree() {}

    /** The tree of a document; null for none. */
    public static @Nullable Object read(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, Object.class);
    }

    /** The document of a tree. */
    public static String write(Object tree) {
        return JSON.writeValueAsString(tree);
    }
}
