package dev.dovetail.internal.tree;

import dev.dovetail.error.ActionError;
import dev.dovetail.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a call that outlives its request, as texts of JSON, and back. */
public final class StoredCall {

    private StoredCall() {}

    /** A session. */
    public static String write(Session session) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("role", session.role());
        parts.put("variables", session.variables());
        return JsonText.write(parts);
    }

    public static Session session(String text) {
        Map<String, @Nullable Object> parts = object(text);
        Object variables = parts.get("variables");
        return Session.of((String) parts.get("role"), variables instanceof Map<?, ?> map ? strings(map) : Map.of());
    }

    /** A session as it is when it was stored in between: with nothing but what JSON has. */
    public static Session stored(Session session) {
        return session(write(session));
    }

    /** Errors as clients see them. */
    public static String write(List<ActionError> errors) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ActionError error : errors) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("message", error.message());
            parts.put("extensions", error.extensions());
            list.add(parts);
        }
        return JsonText.write(list);
    }

    /** Headers by their names; an absent text stands for none. */
    public static Map<String, List<String>> headers(@Nullable String text) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (text != null) {
            object(text)
                    .forEach((name, values) -> headers.put(
                            name,
                            values instanceof List<?> list
                                    ? list.stream().map(String::valueOf).toList()
                                    : List.of()));
        }
        return headers;
    }

    /** The map that is an object's. */
    public static Map<String, @Nullable Object> object(String text) {
        return JsonText.read(text) instanceof Map<?, ?> map ? strings(map) : Map.of();
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static Map<String, @Nullable Object> strings(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }
}
