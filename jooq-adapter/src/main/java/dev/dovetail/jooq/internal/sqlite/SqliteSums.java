package dev.dovetail.jooq.internal.sqlite;

import static org.jooq.impl.DSL.field;

import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Sums of 64-bit integers, for which SQLite has no number that is large enough: it fails. The upper and the lower half of
 * the integers are added up by themselves, and the sum is written as a text of digits that sorts as the sums do.
 */
final class SqliteSums {

    private static final BigInteger HALF = BigInteger.ONE.shiftLeft(32);

    /** More than any upper part, so that none is negative. */
    private static final BigInteger SHIFT = BigInteger.ONE.shiftLeft(62);

    private static final int LOWER_DIGITS = 10;

    private SqliteSums() {}

    /** Whether a type is that of such sums. */
    static boolean isSum(ColumnType type) {
        return type.kind() == ColumnKind.DECIMAL && type.databaseType().isEmpty();
    }

    /** The sum as a text; null of no values. */
    static Field<Object> sum(Field<Object> value) {
        return field(
                "case when count({0}) > 0 then printf('%019d%010d',"
                        + " 4611686018427387904 + sum({0} >> 32) + (sum({0} & 4294967295) >> 32),"
                        + " sum({0} & 4294967295) & 4294967295) end",
                Object.class, value);
    }

    /** The text of a sum. */
    static String text(BigDecimal sum) {
        try {
            BigInteger[] parts =
                    sum.toBigIntegerExact().add(SHIFT.multiply(HALF)).divideAndRemainder(HALF);
            return "%019d%010d".formatted(parts[0], parts[1]);
        } catch (ArithmeticException e) {
            throw new InvalidValueException(e);
        }
    }

    /** Reads the text of a sum. */
    static @Nullable Object read(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        if (text == null) {
            return null;
        }
        int middle = text.length() - LOWER_DIGITS;
        BigInteger upper = new BigInteger(text.substring(0, middle)).subtract(SHIFT);
        return new BigDecimal(upper.multiply(HALF).add(new BigInteger(text.substring(middle))));
    }

    /** Reads the sum of integers that are listed: those that are added up once each cannot be halved. */
    static @Nullable Object ofList(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null
                ? null
                : Arrays.stream(text.split(",")).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
