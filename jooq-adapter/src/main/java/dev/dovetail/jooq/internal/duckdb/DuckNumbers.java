package dev.dovetail.jooq.internal.duckdb;

import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;

/** Exact numbers: decimals of 38 digits, and integers of 128 bits. */
final class DuckNumbers {

    private static final String HUGE = "hugeint";
    private static final String UNSIGNED = "uhugeint";
    private static final int DIGITS = 38;
    private static final int BITS = 127;

    private DuckNumbers() {}

    /** The name of a type in a cast; sums of integers have none. */
    static String name(ColumnType type) {
        return type.databaseType().isEmpty() ? HUGE : type.databaseType();
    }

    /**
     * Whether a type has a number.
     *
     * @param number without zeros at its end
     */
    static boolean has(ColumnType type, BigDecimal number) {
        String name = name(type);
        if (number.scale() > scale(name) || number.precision() - number.scale() > DIGITS + 1) {
            return false;
        }
        return switch (name) {
            case HUGE -> number.toBigIntegerExact().bitLength() <= BITS;
            case UNSIGNED -> number.signum() >= 0 && number.toBigIntegerExact().bitLength() <= BITS + 1;
            default -> number.precision() - number.scale() <= DIGITS - scale(name);
        };
    }

    /** How many digits there are behind the point. */
    private static int scale(String name) {
        int comma = name.indexOf(',');
        return comma < 0 ? 0 : Integer.parseInt(name.substring(comma + 1, name.length() - 1));
    }
}
