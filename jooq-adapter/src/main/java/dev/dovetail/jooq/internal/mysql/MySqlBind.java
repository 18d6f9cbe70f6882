package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.standard.ObjectBind;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * Single values of a type as parameters.
 *
 * @param strict whether values that the type does not have are refused; else they are null, which nothing is equal to
 */
record MySqlBind(ColumnType type, boolean strict) implements BindType {

    @Override
    public String text(Object value) {
        return String.valueOf(converted(value));
    }

    @Override
    public void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (type.kind() == ColumnKind.BINARY) {
            statement.setBytes(index, ObjectBind.bytes(value));
            return;
        }
        Object converted = converted(value);
        if (converted == null) {
            statement.setNull(index, Types.NULL);
        } else if (converted instanceof Long number) {
            statement.setLong(index, number);
        } else if (converted instanceof Double number) {
            statement.setDouble(index, number);
        } else if (converted instanceof BigInteger number) {
            statement.setBigDecimal(index, new BigDecimal(number));
        } else if (isNumber()) {
            statement.setBigDecimal(index, new BigDecimal(converted.toString()));
        } else {
            statement.setString(index, converted.toString());
        }
    }

    private boolean isNumber() {
        return type.kind() == ColumnKind.DECIMAL || type.kind() == ColumnKind.TIMESTAMP_WITH_ZONE;
    }

    private @Nullable Object converted(Object value) {
        Object converted = MySqlValues.of(type, value);
        if (converted == null && strict) {
            throw refused();
        }
        return converted;
    }

    static InvalidValueException refused() {
        return new InvalidValueException(new IllegalArgumentException("The column's type has no such value"));
    }
}
