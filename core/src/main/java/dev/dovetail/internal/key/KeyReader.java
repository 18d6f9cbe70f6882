package dev.dovetail.internal.key;

import dev.dovetail.definition.Relationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.tree.JsonTrees;
import dev.dovetail.table.Column;
import dev.dovetail.table.JoinKey;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of one relationship from source objects.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class KeyReader {

    private final Relationship relationship;
    private final List<PropertyReader> properties;
    private final List<Column> columns;

    /**
     * @param columns the columns that keys are compared with
     */
    public KeyReader(Relationship relationship, List<Column> columns) {
        this.relationship = relationship;
        this.properties = relationship.from().stream().map(PropertyReader::new).toList();
        this.columns = List.copyOf(columns);
    }

    /**
     * The source's key, or null when a mapped field is null or absent, so that there is nothing to join.
     *
     * @throws FieldFailure if a property cannot be read, or a value cannot be one of its column's
     */
    public @Nullable JoinKey read(Object source) {
        if (relationship.keyFunction() != null) {
            return readByFunction(relationship.keyFunction(), source);
        }
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = properties.get(i).read(source);
            if (value == null) {
                return null;
            }
            values[i] = coerce(value, columns.get(i));
        }
        return JoinKey.of(values);
    }

    private @Nullable JoinKey readByFunction(Function<Object, @Nullable Object> function, Object source) {
        List<?> given = given(function, source);
        if (given.contains(null)) {
            return null;
        }
        if (given.size() != columns.size()) {
            throw new FieldFailure(
                    ErrorCode.JOIN_KEY_INVALID,
                    "Relationship " + relationship + " has a key of " + given.size() + " value(s) for " + columns.size()
                            + " column(s)");
        }
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = coerce(given.get(i), columns.get(i));
        }
        return JoinKey.of(values);
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
     * The keys of a source whose only mapped field is a list, in the list's order, nulls left out; null when the list
     * is null.
     *
     * @throws FieldFailure if the property cannot be read, or a value cannot be one of the column's
     */
    public @Nullable List<JoinKey> readList(Object source) {
        Object list = properties.get(0).read(source);
        if (list == null) {
            return null;
        }
        List<JoinKey> keys = new ArrayList<>();
        for (Object value : elements(list)) {
            if (value != null) {
                keys.add(JoinKey.of(coerce(value, columns.get(0))));
            }
        }
        return keys;
    }

    /** Takes for a list what graphql-java takes for one, so that a field that it shows can be joined as well. */
    private Iterable<?> elements(Object list) {
        if (list instanceof Iterable<?> elements) {
            return elements;
        }
        if (!list.getClass().isArray()) {
            throw invalid(columns.get(0));
        }
        return IntStream.range(0, Array.getLength(list))
                .mapToObj(i -> Array.get(list, i))
                .toList();
    }

    private Object coerce(Object value, Column column) {
        Object coerced = KeyCoercion.coerce(value, column);
        if (coerced == null) {
            throw invalid(column);
        }
        return coerced;
    }

    private FieldFailure invalid(Column column) {
        return new FieldFailure(
                ErrorCode.JOIN_KEY_INVALID,
                "Relationship " + relationship + " has a key that is no value of type "
                        + column.type().kind());
    }
}
