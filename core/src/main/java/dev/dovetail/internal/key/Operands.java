package dev.dovetail.internal.key;

import dev.dovetail.internal.tree.JsonTrees;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a value of the host's into what an operator compares a column with, as strictly as a key, or refuses it. */
public final class Operands {

    /** Turns one value into an operand, or gives null when it is none. */
    private interface Coercion {
        @Nullable
        Object coerce(Object value);
    }

    private Operands() {}

    /** The operand, or null when the value cannot be one. */
    public static @Nullable Object coerce(Object value, Column column, Operator operator) {
        return switch (operator) {
            case IS_NULL -> value instanceof Boolean ? value : null;
            case IN, NIN -> each(value, element -> one(element, column));
            case HAS_KEY -> KeyCoercion.text(value);
            case HAS_KEYS_ANY, HAS_KEYS_ALL -> each(value, KeyCoercion::text);
            case EQ, NEQ, GT, GTE, LT, LTE, CONTAINS, CONTAINED_IN -> one(value, column);
            case LIKE, NLIKE, ILIKE, NILIKE, SIMILAR, NSIMILAR, REGEX, NREGEX, IREGEX, NIREGEX ->
                value instanceof CharSequence ? KeyCoercion.text(value) : null;
        };
    }

    /** A value of the column's kind. */
    private static @Nullable Object one(Object value, Column column) {
        ColumnType element = column.shownType().element();
        ColumnKind kind = column.shownType().kind();
        return switch (kind) {
            case JSON -> tree(JsonTrees.plain(value));
            case ARRAY ->
                element == null ? null : each(value, item -> one(item, new Column(column.name(), element, true, null)));
            case BINARY, OTHER -> value instanceof CharSequence ? KeyCoercion.text(value) : null;
            default -> KeyCoercion.coerce(value, column);
        };
    }

    private static @Nullable List<Object> each(Object values, Coercion coercion) {
        Iterable<?> given = Elements.of(values);
        if (given == null) {
            return null;
        }
        List<Object> coerced = new ArrayList<>();
        for (Object value : given) {
            Object one = value == null ? null : coercion.coerce(value);
            if (one == null) {
                return null;
            }
            coerced.add(one);
        }
        return List.copyOf(coerced);
    }

    private static @Nullable Object tree(@Nullable Object value) {
        return value != null && isTree(value) ? value : null;
    }

    private static boolean isTree(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .allMatch(entry -> entry.getKey() instanceof String && isTree(entry.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(Operands::isTree);
        }
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
