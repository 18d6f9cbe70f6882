package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter.Comparison;
import dev.dovetail.table.Operator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Comparisons of columns with values, by the operators of the column's own type. */
public final class PostgresComparisons {

    private PostgresComparisons() {}

    /** A comparison of a filter. */
    static Condition of(Field<Object> column, Comparison comparison) {
        ColumnType type = comparison.column().type();
        Object value = comparison.value();
        Operator operator = comparison.operator();
        return switch (operator) {
            case IN -> compare(type, column, "=", any(type, value));
            case NIN -> compare(type, column, "<>", all(type, value));
            case IS_NULL -> Boolean.TRUE.equals(value) ? column.isNull() : column.isNotNull();
            case EQ, NEQ, GT, GTE, LT, LTE, CONTAINS, CONTAINED_IN ->
                compare(type, column, symbol(operator), PostgresBinds.value(type, value));
            case LIKE, NLIKE, ILIKE, NILIKE -> compare(type, column, symbol(operator), PostgresPatterns.like(value));
            case SIMILAR, NSIMILAR -> compare(type, column, symbol(operator), similar(value));
            case HAS_KEYS_ANY, HAS_KEYS_ALL -> compare(type, column, symbol(operator), PostgresBinds.texts(value));
            default -> compare(type, column, symbol(operator), PostgresBinds.text(value));
        };
    }

    /** A comparison by the operator of this symbol that the type has. */
    static Condition compare(ColumnType type, Field<Object> column, String symbol, Field<Object> value) {
        return condition("{0} {1} {2}", comparable(type, column), raw(PostgresTypes.operator(type, symbol)), value);
    }

    /**
     * A column as its type's operators take it: they know no domains over enumerations and arrays, nor do arrays of {@code
     * name} compare with arrays of text. For a column that is of the type already, the cast is nothing.
     */
    static Field<Object> comparable(ColumnType type, Field<Object> column) {
        boolean generic = type.kind() == ColumnKind.ENUM || type.kind() == ColumnKind.ARRAY;
        return generic ? field("cast({0} as {1})", Object.class, column, raw(type.databaseType())) : column;
    }

    private static Field<Object> any(ColumnType type, Object values) {
        return field("any ({0})", Object.class, list(type, values));
    }

    private static Field<Object> all(ColumnType type, Object values) {
        return field("all ({0})", Object.class, list(type, values));
    }

    /** An array of arrays is but one array to PostgreSQL, so these come as rows. */
    private static Field<Object> list(ColumnType type, Object values) {
        if (type.kind() != ColumnKind.ARRAY) {
            return PostgresBinds.array(type, values);
        }
        return field(
                "select cast(v as {0}) from unnest({1}) as v",
                Object.class, raw(type.databaseType()), PostgresBinds.texts(values, PostgresBindTypes.textsOf(type)));
    }

    /** What {@code similar to} does; but its operator cannot be named with a schema. */
    private static Field<Object> similar(Object pattern) {
        return DSL.field("pg_catalog.similar_to_escape({0})", Object.class, PostgresBinds.text(pattern));
    }

    /** A question mark alone would be a parameter to JDBC. */
    private static String symbol(Operator operator) {
        return switch (operator) {
            case EQ, IN -> "=";
            case NEQ, NIN -> "<>";
            case GT -> ">";
            case GTE -> ">=";
            case LT -> "<";
            case LTE -> "<=";
            case LIKE -> "~~";
            case NLIKE -> "!~~";
            case ILIKE -> "~~*";
            case NILIKE -> "!~~*";
            case SIMILAR, REGEX -> "~";
            case NSIMILAR, NREGEX -> "!~";
            case IREGEX -> "~*";
            case NIREGEX -> "!~*";
            case CONTAINS -> "@>";
            case CONTAINED_IN -> "<@";
            case HAS_KEY -> "??";
            case HAS_KEYS_ANY -> "??|";
            case HAS_KEYS_ALL -> "??&";
            case IS_NULL -> throw new IllegalArgumentException("No symbol");
        };
    }
}
