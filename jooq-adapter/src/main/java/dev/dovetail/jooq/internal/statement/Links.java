package dev.dovetail.jooq.internal.statement;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import org.jooq.Condition;
import org.jooq.Field;

/** How columns of two tables compare, so that a link finds in SQL the rows that keys would find. */
public record Links(Expressions expressions) {

    /** Whether a row of the outer table leads to one of the target's. */
    Condition equal(Column from, Target outer, Column to, Target target) {
        Field<Object> left = outer.column(from);
        Field<Object> right = target.column(to);
        if (from.type().databaseType().equals(to.type().databaseType()) || bothNumbers(from, to)) {
            return expressions.compare(to.type(), right, "=", expressions.comparable(from.type(), left));
        }
        if (from.type().kind() == ColumnKind.TEXT && to.type().kind() == ColumnKind.TEXT) {
            return expressions.compare(to.type(), right, "=", expressions.cast(left, to.type()));
        }
        // by their texts: what is text in one table and not a value of the other's type must not fail the statement
        return expressions.text(left).eq(expressions.text(right));
    }

    private static boolean bothNumbers(Column from, Column to) {
        return isNumber(from.type()) && isNumber(to.type());
    }

    private static boolean isNumber(ColumnType type) {
        ColumnKind kind = type.kind();
        return kind.compareTo(ColumnKind.SMALLINT) >= 0 && kind.compareTo(ColumnKind.DOUBLE) <= 0;
    }
}
