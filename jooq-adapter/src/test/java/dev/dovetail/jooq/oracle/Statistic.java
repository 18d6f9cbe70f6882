package dev.dovetail.jooq.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The functions of one column's values. */
enum Statistic {
    SUM,
    AVG,
    MIN,
    MAX,
    STDDEV,
    STDDEV_POP,
    STDDEV_SAMP,
    VARIANCE,
    VAR_POP,
    VAR_SAMP;

    /** Enough for what is rounded later. */
    private static final MathContext DIGITS = new MathContext(40);

    /** The columns that have the function. */
    List<Column> columns(Table table) {
        return this == MIN || this == MAX
                ? table.columns().stream()
                        .filter(column -> hasExtremes(column.kind()))
                        .toList()
                : table.numbers();
    }

    private static boolean hasExtremes(Kind kind) {
        return switch (kind) {
            case INT, BIGINT, NUMERIC, TEXT, TIMESTAMPTZ, DATE, MOOD -> true;
            case BOOLEAN, UUID, DOCUMENT, INTS -> false;
        };
    }

    /** The kind of the value. */
    Kind kind(Column column) {
        return this == MIN || this == MAX ? column.kind() : Kind.NUMERIC;
    }

    /** The value; null where there is none. */
    Object of(Column column, List<Map<String, Object>> rows) {
        List<Object> values = rows.stream()
                .map(row -> row.get(column.name()))
                .filter(Objects::nonNull)
                .toList();
        Comparator<Object> order = column.kind()::compare;
        return switch (this) {
            case MIN -> values.stream().min(order).orElse(null);
            case MAX -> values.stream().max(order).orElse(null);
            default ->
                ofNumbers(values.stream()
                        .map(value -> new BigDecimal(value.toString()))
                        .toList());
        };
    }

    private Object ofNumbers(List<BigDecimal> values) {
        boolean sample = this == STDDEV || this == STDDEV_SAMP || this == VARIANCE || this == VAR_SAMP;
        if (values.isEmpty() || (sample && values.size() == 1)) {
            return null;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal number = BigDecimal.valueOf(values.size());
        if (this == SUM) {
            return sum;
        }
        BigDecimal mean = sum.divide(number, DIGITS);
        if (this == AVG) {
            return mean.doubleValue();
        }
        BigDecimal squares =
                values.stream().map(value -> value.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        double variance = squares.divide(sample ? number.subtract(BigDecimal.ONE) : number, DIGITS)
                .doubleValue();
        return name().startsWith("STDDEV") ? Math.sqrt(variance) : variance;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
