package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.standard.StandardReaders;
import dev.dovetail.table.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link MySqlExpressions#result} makes of columns: no driver's settings change that. */
final class MySqlReaders {

    private MySqlReaders() {}

    static ColumnReader of(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN ->
                (rows, index) -> {
                    boolean value = rows.getInt(index) != 0;
                    return rows.wasNull() ? null : value;
                };
            case UUID -> text(UUID::fromString);
            case DATE -> text(date -> isNone(date) ? null : LocalDate.parse(date));
            case TIME -> text(LocalTime::parse);
            case TIMESTAMP -> text(time -> isNone(time) ? null : LocalDateTime.parse(time.replace(' ', 'T')));
            case TIMESTAMP_WITH_ZONE -> MySqlReaders::instant;
            default -> StandardReaders.of(type);
        };
    }

    private static ColumnReader text(Function<String, @Nullable Object> value) {
        return (rows, index) -> {
            String text = rows.getString(index);
            return text == null ? null : value.apply(text);
        };
    }

    /** Dates with a zero for the month or the day are what MySQL makes of dates that there are not. */
    private static boolean isNone(String date) {
        return date.startsWith("00", 5) || date.startsWith("00", 8);
    }

    /** There is no timestamp of the epoch itself: zero is what MySQL makes of dates that there are not. */
    private static @Nullable OffsetDateTime instant(ResultSet rows, int index) throws SQLException {
        BigDecimal seconds = rows.getBigDecimal(index);
        if (seconds == null || seconds.signum() == 0) {
            return null;
        }
        BigInteger nanos = seconds.movePointRight(9).toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact())
                .atOffset(ZoneOffset.UTC);
    }
}
