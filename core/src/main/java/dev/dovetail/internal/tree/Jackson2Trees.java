package dev.dovetail.internal.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The part of {@link JsonTrees} that needs Jackson 2, which is only loaded where the host has it. */
final class Jackson2Trees {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Jackson2Trees() {}

    static boolean isTree(@Nullable Object value) {
        return value instanceof JsonNode;
    }

    static @Nullable Object plain(Object tree) {
        JsonNode node = (JsonNode) tree;
        try {
            return node.isMissingNode() ? null : MAPPER.treeToValue(node, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A Jackson tree could not be read", e);
        }
    }
}
