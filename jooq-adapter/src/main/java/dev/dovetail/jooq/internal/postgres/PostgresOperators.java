package dev.dovetail.jooq.internal.postgres;

import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operators PostgreSQL has for which types. All that it can tell apart it can put into an order as well; some types
 * that it has an equality for, but no order, are therefore left without.
 */
public final class PostgresOperators {

    private static final Set<Operator> TEXT = union(Operator.COMPARISON, Operator.PATTERN);
    private static final Set<Operator> DOCUMENT = union(Operator.EQUALITY, Operator.DOCUMENT);
    private static final Set<Operator> ARRAY =
            union(Operator.EQUALITY, Set.of(Operator.CONTAINS, Operator.CONTAINED_IN));
    private static final Set<Operator> NONE = Set.of(Operator.IS_NULL);

    /** What has an order among the types that are read as the text which PostgreSQL prints for them. */
    private static final Set<String> COMPARABLE = Set.of(
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "interval",
            "money",
            "bit",
            "varbit",
            "oid",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange");

    private PostgresOperators() {}

    static Set<Operator> of(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> TEXT;
            case BINARY -> Operator.EQUALITY;
            case JSON -> isComparableDocument(type) ? DOCUMENT : NONE;
            case ARRAY -> isComparable(type.element()) ? ARRAY : NONE;
            case OTHER -> COMPARABLE.contains(builtInName(type)) ? Operator.COMPARISON : NONE;
            default -> Operator.COMPARISON;
        };
    }

    /** Arrays are equal when their elements are, and the order of arrays is that of their elements. */
    private static boolean isComparable(@Nullable ColumnType element) {
        return element != null && of(element).contains(Operator.EQ);
    }

    /** Documents that are kept as the text they came as cannot be told apart by PostgreSQL. */
    private static boolean isComparableDocument(ColumnType type) {
        return builtInName(type).equals("jsonb");
    }

    private static String builtInName(ColumnType type) {
        return type.databaseType().replace("\"pg_catalog\".", "").replace("\"", "");
    }

    private static Set<Operator> union(Set<Operator> some, Set<Operator> others) {
        EnumSet<Operator> all = EnumSet.copyOf(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
