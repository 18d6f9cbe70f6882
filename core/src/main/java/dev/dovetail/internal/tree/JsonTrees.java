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

    private static final boolean JACKSON_2 = isPresent("com.fasterxml.jackson.databind.JsonNode");

    private JsonTrees() {}

    /** Whether the value is a node of a Jackson tree. */
    public static boolean isTree(@Nullable Object value) {
        return value instanceof JsonNode || (JACKSON_2 && Jackson2Trees.isTree(value));
    }

    /** The value without any Jackson node in it, itself where it has none; maps and lists are searched. */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node.isMissingNode() ? null : MAPPER.treeToValue(node, Object.class);
        }
        if (value instanceof Map<?, ?> map) {
            return plainMap(map);
        }
        if (value instanceof List<?> list) {
            return plainList(list);
        }
        return JACKSON_2 && value != null && Jackson2Trees.isTree(value) ? Jackson2Trees.plain(value) : value;
    }

    private static Map<?, ?> plainMap(Map<?, ?> map) {
        if (map.values().stream().noneMatch(JsonTrees::holdsTree)) {
            return map;
        }
        Map<@Nullable Object, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    private static List<?> plainList(List<?> list) {
        if (list.stream().noneMatch(JsonTrees::holdsTree)) {
            return list;
        }
        List<@Nullable Object> plain = new ArrayList<>(list.size());
        list.forEach(value -> plain.add(plain(value)));
        return plain;
    }

    private static boolean holdsTree(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(JsonTrees::holdsTree);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(JsonTrees::holdsTree);
        }
        return isTree(value);
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
