package dev.dovetail.internal.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns Jackson trees, of version 3 or 2, into maps, lists and scalars.
 *
 * <p>Needed because graphql-java's default data fetcher takes a tree node for a bean, finds no such property and yields
 * null without an error.
 */
public final class JsonTrees {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int DEEPEST = 200;

    private static final boolean JACKSON_2 = isPresent("com.fasterxml.jackson.databind.JsonNode");

    private JsonTrees() {}

    /** Whether the value is a node of a Jackson tree. */
    public static boolean isTree(@Nullable Object value) {
        return value instanceof JsonNode || (JACKSON_2 && Jackson2Trees.isTree(value));
    }

    /**
     * The value without any Jackson node in it, itself where it has none; maps and lists are searched, those that lead
     * back into themselves as deeply as a client could select.
     */
    public static @Nullable Object plain(@Nullable Object value) {
        return plain(value, 0);
    }

    private static @Nullable Object plain(@Nullable Object value, int depth) {
        if (value instanceof JsonNode node) {
            return node.isMissingNode() ? null : MAPPER.treeToValue(node, Object.class);
        }
        if (value instanceof Map<?, ?> map && depth < DEEPEST) {
            return plainMap(map, depth);
        }
        if (value instanceof List<?> list && depth < DEEPEST) {
            return plainList(list, depth);
        }
        return JACKSON_2 && value != null && Jackson2Trees.isTree(value) ? Jackson2Trees.plain(value) : value;
    }

    @SuppressWarnings("ReferenceEquality") // a copy is made only when there is something to change
    private static Map<?, ?> plainMap(Map<?, ?> map, int depth) {
        Map<@Nullable Object, @Nullable Object> copy = null;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object plain = plain(entry.getValue(), depth + 1);
            if (plain != entry.getValue()) {
                copy = copy == null ? new LinkedHashMap<>(map) : copy;
                copy.put(entry.getKey(), plain);
            }
        }
        return copy == null ? map : copy;
    }

    @SuppressWarnings("ReferenceEquality") // a copy is made only when there is something to change
    private static List<?> plainList(List<?> list, int depth) {
        List<@Nullable Object> copy = null;
        int position = 0;
        for (Object element : list) {
            Object plain = plain(element, depth + 1);
            if (plain != element) {
                copy = copy == null ? new ArrayList<>(list) : copy;
                copy.set(position, plain);
            }
            position++;
        }
        return copy == null ? list : copy;
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, JsonTrees.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
