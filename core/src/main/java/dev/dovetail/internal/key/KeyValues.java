package dev.dovetail.internal.key;

import dev.dovetail.definition.Relationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.tree.JsonTrees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one relationship maps from source objects: the values as they are, whatever they are keys of.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class KeyValues {

    private final Relationship relationship;
    private final List<PropertyReader> properties;

    public KeyValues(Relationship relationship) {
        this.relationship = relationship;
        this.properties = relationship.from().stream().map(PropertyReader::new).toList();
    }

    /**
     * The source's values, one for each mapped field, or as many as the key's function gives; null when one of them is
     * null or absent, so that there is nothing to look up.
     *
     * @throws FieldFailure if a property cannot be read
     */
    public Object @Nullable [] read(Object source) {
        if (relationship.keyFunction() != null) {
            List<?> given = given(relationship.keyFunction(), source);
            return given.contains(null) ? null : given.toArray();
        }
        Object[] values = new Object[properties.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = properties.get(i).read(source);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    private List<?> given(Function<Object, @Nullable Object> function, Object source) {
        try {
            Object key = JsonTrees.plain(function.apply(source));
            return key instanceof List<?> list ? new ArrayList<>(list) : Collections.singletonList(key);
        } catch (FieldFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FieldFailure(
                    ErrorCode.JOIN_KEY_UNREADABLE, "The key of relationship " + relationship + " cannot be read", e);
        }
    }

    /**
     * The values of a source whose only mapped field is a list, in the list's order, nulls left out; null when the list
     * is null.
     *
     * @throws FieldFailure if the property cannot be read, or is no list
     */
    public @Nullable List<Object> readList(Object source) {
        Object list = properties.get(0).read(source);
        if (list == null) {
            return null;
        }
        Iterable<?> elements = Elements.of(list);
        if (elements == null) {
            throw new FieldFailure(
                    ErrorCode.JOIN_KEY_INVALID, "Relationship " + relationship + " has keys that are no list");
        }
        List<Object> values = new ArrayList<>();
        for (Object value : elements) {
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
