package dev.dovetail.jooq.oracle;

import graphql.scalars.ExtendedScalars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of values; each has so few that they repeat, and among the texts are those that break careless SQL. */
enum Kind {
    INT("int", -1, 0, 1, 2, 3, 7),
    BIGINT("bigint", 0L, 5L, -9_000_000_000L, 9_000_000_000L),
    NUMERIC("numeric", new BigDecimal("0.10"), new BigDecimal("2"), new BigDecimal("2.00"), new BigDecimal("-7.125")),
    TEXT("text", "", "a", "ab", "B", "it's", "a%", "x_y", "q?", "{0}", ":x", "b\\c", "\"", "ü", "--", "$1", "a\nb"),
    BOOLEAN("boolean", true, false),
    TIMESTAMPTZ("timestamptz", at(2020, 1), at(2020, 2), at(2021, 1)),
    DATE("date", LocalDate.of(2020, 2, 29), LocalDate.of(1999, 12, 31), LocalDate.of(2024, 1, 1)),
    UUID("uuid", uuid('1'), uuid('9'), uuid('f')),
    MOOD("mood", "sad", "ok", "happy"),
    DOCUMENT("jsonb", documents()),
    INTS("int[]", List.of(), List.of(1), List.of(1, 2), List.of(2, 1), Arrays.asList(1, null), List.of(2, 3, 3));

    private final String sqlType;
    private final List<Object> values;

    Kind(String sqlType, Object... values) {
        this.sqlType = sqlType;
        this.values = List.of(values);
    }

    String sqlType() {
        return sqlType;
    }

    Object random(Pick pick) {
        return pick.of(values);
    }

    boolean isNumber() {
        return this == INT || this == BIGINT || this == NUMERIC;
    }

    /** Whether the kind has an order that is worth the while to tell again. */
    boolean isOrdered() {
        return this != DOCUMENT;
    }

    /** The order of two values, which are not null. */
    int compare(Object one, Object other) {
        return switch (this) {
            case MOOD -> Integer.compare(values.indexOf(one), values.indexOf(other));
            case INTS -> compareElements((List<?>) one, (List<?>) other);
            case DOCUMENT -> Plain.of(one).equals(Plain.of(other)) ? 0 : 1;
            default -> compareNaturally(one, other);
        };
    }

    /** Nulls are last, in arrays as well. */
    private static int compareElements(List<?> one, List<?> other) {
        Comparator<Integer> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
        Iterator<?> others = other.iterator();
        for (Object element : one) {
            if (!others.hasNext()) {
                return 1;
            }
            int difference = nullsLast.compare((Integer) element, (Integer) others.next());
            if (difference != 0) {
                return difference;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    @SuppressWarnings("unchecked") // both are of this kind
    private static int compareNaturally(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** A value as an answer shows it. */
    static Object shown(Object value) {
        if (value instanceof OffsetDateTime time) {
            return ExtendedScalars.DateTime.getCoercing().serialize(time, null, Locale.ROOT);
        }
        return value instanceof LocalDate ? value.toString() : value;
    }

    private static OffsetDateTime at(int year, int month) {
        return OffsetDateTime.of(year, month, 3, 4, 5, 6, 0, ZoneOffset.UTC);
    }

    /** As text, whose order is the one that PostgreSQL gives them. */
    private static String uuid(char first) {
        return first + "0000000-0000-4000-8000-00000000000a";
    }

    private static Object[] documents() {
        Map<String, Object> withNull = new java.util.LinkedHashMap<>();
        withNull.put("a", null);
        return new Object[] {
            Map.of(),
            Map.of("a", 1),
            Map.of("a", 1, "b", List.of(1, 2)),
            Map.of("b", Map.of("a", "x")),
            withNull,
            List.of(),
            List.of(1, "a"),
            List.of(List.of(1), Map.of("a", 1)),
            "a",
            1,
            true
        };
    }
}
