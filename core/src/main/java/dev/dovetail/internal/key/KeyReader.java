package dev.dovetail.internal.key;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.table.Column;
import dev.dovetail.table.JoinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of one relationship from source objects.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class KeyReader {

    private final String relationship;
    private final List<PropertyReader> properties;
    private final List<Column> columns;

    /**
     * @param relationship its name, for messages
     * @param fields the mapped fields
     * @param columns the columns that they are compared with, as many as fields
     */
    public KeyReader(String relationship, List<String> fields, List<Column> columns) {
        this.relationship = relationship;
        this.properties = fields.stream().map(PropertyReader::new).toList();
        this.columns = List.copyOf(columns);
    }

    /**
     * The source's key, or null when a mapped field is null or absent, so that there is nothing to join.
     *
     * @throws FieldFailure if a property cannot be read, or a value cannot be one of its column's
     */
    public @Nullable JoinKey read(Object source) {
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
        if (!(list instanceof Collection<?> values)) {
            throw invalid(columns.get(0));
        }
        List<JoinKey> keys = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value != null) {
                keys.add(JoinKey.of(coerce(value, columns.get(0))));
            }
        }
        return keys;
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
