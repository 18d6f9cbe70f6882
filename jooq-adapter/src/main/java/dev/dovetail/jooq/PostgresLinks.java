package dev.dovetail.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import org.jooq.Condition;
import org.jooq.Field;

/** How columns of two tables compare, so that a link finds in SQL the rows that keys would find. */
final class PostgresLinks {

    private static final String TEXT = "pg_catalog.text";

    private PostgresLinks() {}

    /** Whether a row of the outer table leads to one of the target's. */
    static Condition equal(Column from, PostgresTarget outer, Column to, PostgresTarget target) {
        Field<Object> left = outer.column(from);
        Field<Object> right = target.column(to);
        if (from.type().databaseType().equals(to.type().databaseType()) || bothNumbers(from, to)) {
            return PostgresComparisons.compare(
                    to.type(), right, "=", PostgresComparisons.comparable(from.type(), left));
        }
        if (from.type().kind() == ColumnKind.TEXT && to.type().kind() == ColumnKind.TEXT) {
            return PostgresComparisons.compare(
                    to.type(), right, "=", cast(left, to.type().databaseType()));
        }
        // by their texts: what is text in one table and not a value of the other's type must not fail the statement
        return cast(left, TEXT).eq(cast(right, TEXT));
    }

    private static boolean bothNumbers(Column from, Column to) {
        return isNumber(from.type()) && isNumber(to.type());
    }

    private static boolean isNumber(ColumnType type) {
        ColumnKind kind = type.kind();
        return kind.compareTo(ColumnKind.SMALLINT) >= 0 && kind.compareTo(ColumnKind.DOUBLE) <= 0;
    }

    private static Field<Object> cast(Field<Object> column, String type) {
        return field("cast({0} as {1})", Object.class, column, raw(type));
    }
}
