package dev.dovetail.table.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.contract.loops.LoopAnswer;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether answers are the same. */
final class Answers {

    private Answers() {}

    static void compare(String description, TableQuery query, TableRows found, int ordinal, LoopAnswer expected) {
        List<Object> rows =
                normal(found.of(ordinal).stream().map(Arrays::asList).toList());
        List<Object> wanted = normal(expected.rows());
        if (query.rows().order().isEmpty()) {
            rows.sort(Comparator.comparing(Object::toString));
            wanted.sort(Comparator.comparing(Object::toString));
        }
        assertThat(rows).as(description).isEqualTo(wanted);

        @Nullable Object[] aggregates = found.aggregatesOf(ordinal);
        if (aggregates == null) {
            assertThat(expected.aggregates()).as(description).allMatch(value -> value == null || value.equals(0L));
        } else {
            assertThat(normal(Arrays.asList(aggregates))).as(description).isEqualTo(normal(expected.aggregates()));
        }
    }

    /** A document, in which numbers are equal when their values are. */
    static @Nullable Object json(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new HashMap<>();
            map.forEach((name, entry) -> entries.put(name, json(entry)));
            return entries;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> entries = new ArrayList<>();
            list.forEach(entry -> entries.add(json(entry)));
            return entries;
        }
        return value instanceof Number number ? normal(new BigDecimal(number.toString())) : value;
    }

    private static List<Object> normal(List<?> values) {
        List<Object> normal = new ArrayList<>();
        values.forEach(value -> normal.add(normal(value)));
        return normal;
    }

    /** Decimals may differ in their scale, and instants in their offset; else a value has the class of its kind. */
    static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return normal(list);
        }
        if (value instanceof BigDecimal number) {
            return "decimal " + number.stripTrailingZeros().toPlainString();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }
}
