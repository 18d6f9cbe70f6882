package dev.dovetail.hasura;

import dev.dovetail.error.ConfigurationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the metadata that knows where it stands, and which of its keys were looked at. Keys whose value is null count
 * as absent. Every method that wants a form fails with a {@link ConfigurationException} where the entry has another.
 */
final class Entry {

    private static final Pattern NAME = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");

    private final String file;
    private final String path;
    private final Object value;
    private final Set<String> seen = new HashSet<>();

    private Entry(String file, String path, Object value) {
        this.file = file;
        this.path = path;
        this.value = value;
    }

    static Entry of(String file, Object tree) {
        return at(file, "", tree);
    }

    private static Entry at(String file, String path, Object tree) {
        return tree instanceof Included included
                ? at(included.file(), "", included.tree())
                : new Entry(file, path, tree);
    }

    /** The file, and where in it. */
    String place() {
        return path.isEmpty() ? file : file + ": " + path;
    }

    Object value() {
        return value;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isText() {
        return value instanceof String;
    }

    /** What the key has, or null when it is absent. */
    @Nullable
    Entry find(String key) {
        Object child = object().get(key);
        seen.add(key);
        return child == null ? null : at(file, path.isEmpty() ? key : path + "." + key, child);
    }

    Entry get(String key) {
        Entry child = find(key);
        if (child == null) {
            throw malformed("'" + key + "' is missing");
        }
        return child;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw malformed("should be a text");
    }

    /** A text that is a name of GraphQL's. */
    String name() {
        String text = text();
        if (!NAME.matcher(text).matches()) {
            throw malformed("'" + text + "' is no name of GraphQL's");
        }
        return text;
    }

    @Nullable
    String optionalText(String key) {
        Entry child = find(key);
        return child == null ? null : child.text();
    }

    boolean isTrue(String key) {
        Entry child = find(key);
        if (child != null && !(child.value instanceof Boolean)) {
            throw child.malformed("should be true or false");
        }
        return child != null && (Boolean) child.value;
    }

    /** The elements of the list that the key has; none when it is absent. */
    List<Entry> list(String key) {
        Entry child = find(key);
        return child == null ? List.of() : child.list();
    }

    List<Entry> list() {
        if (!(value instanceof List<?> elements)) {
            throw malformed("should be a list");
        }
        List<Entry> entries = new ArrayList<>();
        for (Object element : elements) {
            String name = label(element);
            String place = path + "[" + (name == null ? entries.size() : name) + "]";
            if (element == null) {
                throw malformed("has an element without a value, number " + entries.size());
            }
            entries.add(at(file, place, element));
        }
        return entries;
    }

    /** Every key with what it has; they all count as looked at. Nulls are left out. */
    Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String key : object().keySet()) {
            Entry child = find(key);
            if (child != null) {
                entries.put(key, child);
            }
        }
        return entries;
    }

    /** Whether some key has no value. */
    boolean hasNull() {
        return value instanceof Map<?, ?> map && map.containsValue(null);
    }

    /** The keys that nobody looked at, and that say something. */
    List<String> unread() {
        return object().entrySet().stream()
                .filter(entry -> !seen.contains(entry.getKey()) && saysSomething(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same entry, with no key looked at. */
    Entry fresh() {
        return new Entry(file, path, value);
    }

    ConfigurationException malformed(String fault) {
        return new ConfigurationException(List.of(place() + ": " + fault));
    }

    @SuppressWarnings("unchecked") // the keys of JSON's and YAML's objects are texts here
    private Map<String, @Nullable Object> object() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw malformed("should be an object");
    }

    private static boolean saysSomething(@Nullable Object value) {
        Object said = value instanceof Included included ? included.tree() : value;
        return said != null && !said.equals(Map.of()) && !said.equals(List.of());
    }

    /** What tells an element from its siblings, for people. */
    private static @Nullable String label(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            return null;
        }
        return map.get("name") instanceof String name ? name : map.get("role") instanceof String role ? role : null;
    }
}
