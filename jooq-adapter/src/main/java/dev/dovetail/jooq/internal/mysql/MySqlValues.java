package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.standard.ObjectBind;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Values as MySQL takes them: numbers and texts. It rounds, cuts off or replaces without a word what a type does not have,
 * and would find other rows by it.
 */
final class MySqlValues {

    private static final BigInteger LARGEST_UNSIGNED =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    private static final int DIGITS = 65;
    private static final int LAST_YEAR = 9999;
    private static final int FIRST_YEAR_OF_YEARS = 1901;
    private static final int LAST_YEAR_OF_YEARS = 2155;
    private static final int NANOS_OF_MICRO = 1000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private MySqlValues() {}

    /** A number or a text; null if no row has the value, as the type does not. */
    static @Nullable Object of(ColumnType type, Object value) {
        return switch (type.kind()) {
            case BOOLEAN -> Boolean.TRUE.equals(value) ? 1L : 0L;
            case SMALLINT, INTEGER, BIGINT -> integer(type, ((Number) value).longValue());
            case DECIMAL -> decimal(type, (BigDecimal) value);
            case REAL, DOUBLE -> finite(((Number) value).doubleValue());
            case DATE -> isOfCommonEra((LocalDate) value) ? value.toString() : null;
            case TIME -> hasMicros((LocalTime) value) ? TIME.format((LocalTime) value) : null;
            case TIMESTAMP -> {
                LocalDateTime time = (LocalDateTime) value;
                yield hasMicros(time) && isOfCommonEra(time.toLocalDate()) ? DATE_TIME.format(time) : null;
            }
            case TIMESTAMP_WITH_ZONE -> seconds((OffsetDateTime) value);
            case BINARY -> Base64.getEncoder().encodeToString(ObjectBind.bytes(value));
            default -> MySqlText.has(type, value.toString()) ? value.toString() : null;
        };
    }

    /** Years of one or two digits would be taken for others of this age. */
    private static @Nullable Long integer(ColumnType type, long value) {
        boolean year = type.databaseType().equals(MySqlTypes.YEAR);
        boolean strange = value != 0 && (value < FIRST_YEAR_OF_YEARS || value > LAST_YEAR_OF_YEARS);
        return year && strange ? null : value;
    }

    /** Unsigned integers as such; others as texts, since documents have doubles. */
    private static @Nullable Object decimal(ColumnType type, BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (type.databaseType().isEmpty()) {
            return shortest.toPlainString(); // a sum, which is of no column
        }
        if (type.databaseType().equals(MySqlTypes.UNSIGNED_BIGINT)) {
            boolean whole = shortest.scale() <= 0 && shortest.precision() - shortest.scale() <= DIGITS;
            return whole && isUnsigned(shortest.toBigInteger()) ? shortest.toBigInteger() : null;
        }
        int digits = Integer.parseInt(type.databaseType().replaceAll(".*,|\\)", ""));
        boolean has = shortest.scale() <= digits && shortest.precision() - shortest.scale() <= DIGITS - digits;
        return has ? shortest.toPlainString() : null;
    }

    private static boolean isUnsigned(BigInteger value) {
        return value.signum() >= 0 && value.compareTo(LARGEST_UNSIGNED) <= 0;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Of the epoch: texts would depend on the session's zone, and some hours of a year have two instants. */
    private static @Nullable String seconds(OffsetDateTime time) {
        return hasMicros(time)
                        && isOfCommonEra(
                                time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
                ? BigDecimal.valueOf(time.toEpochSecond())
                        .add(BigDecimal.valueOf(time.getNano(), 9))
                        .toPlainString()
                : null;
    }

    private static boolean hasMicros(TemporalAccessor time) {
        return time.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO == 0;
    }

    private static boolean isOfCommonEra(LocalDate date) {
        return date.getYear() >= 0 && date.getYear() <= LAST_YEAR;
    }
}
