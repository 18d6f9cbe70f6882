package dev.dovetail.internal.arguments;

import dev.dovetail.internal.key.KeyCoercion;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the value of a comparison into what the operator compares the column with, or refuses it. */
final class FilterValues {

    private FilterValues() {}

    static Object value(Column column, Operator operator, @Nullable Object given, String place) {
        if (given == null) {
            throw Arguments.invalid(place, "is null; nulls are found with _is_null (or _isNull)");
        }
        return switch (operator) {
            case IS_NULL -> given;
            case HAS_KEY -> text(given, place);
            case IN, NIN -> values(column, (List<?>) given, place);
            case HAS_KEYS_ANY, HAS_KEYS_ALL -> texts((List<?>) given, place);
            case LIKE, NLIKE, ILIKE, NILIKE, SIMILAR, NSIMILAR, REGEX, NREGEX, IREGEX, NIREGEX -> text(given, place);
            default -> one(column, given, place);
        };
    }

    /** A value of the column's kind. */
    static Object one(Column column, Object given, String place) {
        ColumnType element = column.shownType().element();
        return switch (column.shownType().kind()) {
            case JSON -> given;
            case ARRAY ->
                element == null
                        ? given
                        : values(new Column(column.name(), element, true, null), (List<?>) given, place);
            case BINARY, OTHER -> text(given, place);
            default -> fitting(KeyCoercion.coerce(given, column), place);
        };
    }

    private static List<Object> values(Column column, List<?> given, String place) {
        List<Object> values = new ArrayList<>();
        for (Object value : given) {
            values.add(one(column, Arguments.notNull(value, place), place));
        }
        return values;
    }

    private static List<Object> texts(List<?> given, String place) {
        List<Object> texts = new ArrayList<>();
        given.forEach(value -> texts.add(text(Arguments.notNull(value, place), place)));
        return texts;
    }

    private static Object text(Object given, String place) {
        return fitting(KeyCoercion.text(given), place);
    }

    private static Object fitting(@Nullable Object value, String place) {
        if (value == null) {
            throw Arguments.invalid(place, "has a value that the column cannot have");
        }
        return value;
    }
}
