package dev.dovetail.internal.key;

import dev.dovetail.definition.Relationship;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.table.Column;
import dev.dovetail.table.JoinKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of one relationship to a table from source objects.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class KeyReader {

    private final Relationship relationship;
    private final KeyValues mapped;
    private final List<Column> columns;

    /**
     * @param columns the columns that keys are compared with
     */
    public KeyReader(Relationship relationship, List<Column> columns) {
        this.relationship = relationship;
        this.mapped = new KeyValues(relationship);
        this.columns = List.copyOf(columns);
    }

    /**
     * The source's key, or null when a mapped field is null or absent, so that there is nothing to join.
     *
     * @throws FieldFailure if a property cannot be read, or a value cannot be one of its column's
     */
    public @Nullable JoinKey read(Object source) {
        Object[] values = mapped.read(source);
        if (values == null) {
            return null;
        }
        if (values.length != columns.size()) {
            throw new FieldFailure(
                    ErrorCode.JOIN_KEY_INVALID,
                    "Relationship " + relationship + " has a key of " + values.length + " value(s) for "
                            + columns.size() + " column(s)");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = coerce(values[i], columns.get(i));
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
        List<Object> values = mapped.readList(source);
        return values == null
                ? null
                : values.stream()
                        .map(value -> JoinKey.of(coerce(value, columns.get(0))))
                        .toList();
    }

    private Object coerce(Object value, Column column) {
        Object coerced = KeyCoercion.coerce(value, column);
        if (coerced == null) {
            throw new FieldFailure(
                    ErrorCode.JOIN_KEY_INVALID,
                    "Relationship " + relationship + " has a key that is no value of type "
                            + column.shownType().kind());
        }
        return coerced;
    }
}
