package dev.dovetail.table.contract;

import dev.dovetail.table.ColumnKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Values of every kind that can be a key: the smallest and the largest, and what is easily lost between them. */
final class Samples {

    private Samples() {}

    /** The kinds whose values can be compared with each other, as keys are. */
    static Stream<ColumnKind> joinable() {
        return Arrays.stream(ColumnKind.values()).filter(ColumnKind::joinable);
    }

    /** Of those, the ones that every database puts into the same order. */
    static Stream<ColumnKind> ordered() {
        return joinable().filter(kind -> kind != ColumnKind.UUID && kind != ColumnKind.BOOLEAN);
    }

    /** All different, in ascending order. */
    static List<Object> of(ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN -> List.of(false, true);
            case SMALLINT -> List.of((int) Short.MIN_VALUE, -1, 0, 1, (int) Short.MAX_VALUE);
            case INTEGER -> List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE);
            case BIGINT ->
                List.of(Long.MIN_VALUE, -9007199254740993L, 0L, 9007199254740992L, 9007199254740993L, Long.MAX_VALUE);
            case DECIMAL -> decimals();
            case REAL -> List.of(-Float.MAX_VALUE, -0.1f, 0f, Float.MIN_NORMAL, 0.1f, 16777216f, Float.MAX_VALUE);
            case DOUBLE -> List.of(-Double.MAX_VALUE, -0.1, 0.0, Double.MIN_NORMAL, 0.1, 9007199254740993e3);
            case TEXT -> List.of("", " ", "A", "B", "a", "b", "b ", "ba", "\u00e4", "\u4e2d\u6587");
            case ENUM -> List.copyOf(ContractColumn.LABELS);
            case UUID ->
                List.of(
                        new UUID(0, 0),
                        UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11"),
                        new UUID(Long.MIN_VALUE, 1),
                        new UUID(-1, -1));
            case DATE ->
                List.of(
                        LocalDate.of(1500, 1, 1),
                        LocalDate.of(1582, 10, 16),
                        LocalDate.of(1969, 12, 31),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(9999, 12, 31));
            case TIME ->
                Stream.<Object>of("00:00", "00:00:00.000001", "02:30", "10:15:30.123456", "23:59:59.999999")
                        .map(time -> (Object) LocalTime.parse((String) time))
                        .toList();
            case TIME_WITH_ZONE ->
                Stream.of("10:15:30.123456+02:00", "10:15:30Z", "10:15:30.123456Z", "10:15-08:00")
                        .map(time -> (Object) OffsetTime.parse(time))
                        .toList();
            case TIMESTAMP ->
                Stream.of("1500-01-01T00:00", "2026-03-29T02:30:00.123456", "9999-12-31T23:59:59.999999")
                        .map(time -> (Object) LocalDateTime.parse(time))
                        .toList();
            case TIMESTAMP_WITH_ZONE ->
                Stream.of(
                                "1970-01-02T00:00Z",
                                "2026-03-29T02:30:00.123456+02:00",
                                "2026-03-29T02:30Z",
                                "2026-10-25T02:30+01:00",
                                "2037-12-31T23:59:59.999999Z")
                        .map(time -> (Object) OffsetDateTime.parse(time))
                        .toList();
            case JSON, BINARY, ARRAY, OTHER -> throw new IllegalArgumentException(kind + " is no kind of keys");
        };
    }

    private static List<Object> decimals() {
        return Stream.of(
                        "-9999999999999999999999999999.9999999999",
                        "-0.0000000001",
                        "0",
                        "0.1",
                        "1.5",
                        "12345678901234567890.0123456789",
                        "9999999999999999999999999999.9999999999")
                .map(number -> (Object) new BigDecimal(number))
                .toList();
    }
}
