package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;

import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which rows stand on one side of a position in an order.
 *
 * @param fields the value that each term has for a row
 * @param values the value that each term has at the position
 * @param backwards whether rows in front of the position are meant
 */
public record Seek(
        List<RowOrder> order,
        List<Field<Object>> fields,
        List<@Nullable Object> values,
        boolean backwards,
        Expressions expressions) {

    /** The rows between the two positions of a selection. */
    static Condition between(RowSelection rows, List<Field<Object>> fields, Expressions expressions) {
        return side(rows.order(), fields, rows.after(), false, expressions)
                .and(side(rows.order(), fields, rows.before(), true, expressions));
    }

    /**
     * The rows behind the first position as two stretches of an index, those with a value in the first term and those with
     * none: an index finds where each begins, but not where both do. Empty when they are one stretch.
     */
    static List<Condition> stretches(RowSelection rows, List<Field<Object>> fields, Expressions expressions) {
        if (rows.after() == null || rows.order().isEmpty()) {
            return List.of();
        }
        Seek seek = new Seek(rows.order(), fields, rows.after().values(), false, expressions);
        return seek.values.get(0) != null && seek.nullsAreBeyond(0)
                ? List.of(seek.from(0), fields.get(0).isNull())
                : List.of();
    }

    private static Condition side(
            List<RowOrder> order,
            List<Field<Object>> fields,
            @Nullable Position position,
            boolean backwards,
            Expressions expressions) {
        return position == null
                ? noCondition()
                : new Seek(order, fields, position.values(), backwards, expressions).condition();
    }

    private Condition condition() {
        if (order.isEmpty()) {
            return falseCondition();
        }
        return isOneComparison() ? comparisonOfRows() : bound().and(beyondFrom(0));
    }

    /** Says nothing new, but an index finds by it where to begin. */
    private Condition bound() {
        boolean useful = order.size() > 1 && values.get(0) != null && !nullsAreBeyond(0);
        return useful ? from(0) : noCondition();
    }

    /** Rows compare as a whole when all terms go one way and no row that counts has a null. */
    private boolean isOneComparison() {
        return IntStream.range(0, order.size())
                .allMatch(i -> values.get(i) != null
                        && ascends(i) == ascends(0)
                        && !nullsAreBeyond(i)
                        && expressions.comparesRows(type(i)));
    }

    private Condition comparisonOfRows() {
        return DSL.condition(
                "({0}) {1} ({2})",
                DSL.list(IntStream.range(0, order.size()).mapToObj(this::field).toList()),
                raw(ascends(0) ? ">" : "<"),
                DSL.list(IntStream.range(0, order.size()).mapToObj(this::value).toList()));
    }

    /** Beyond the position by the terms from this one on, for rows that agree with it in those before. */
    private Condition beyondFrom(int i) {
        Condition beyond = beyond(i);
        return i == order.size() - 1 ? beyond : beyond.or(equal(i).and(beyondFrom(i + 1)));
    }

    private Condition beyond(int i) {
        if (values.get(i) == null) {
            return nullsAreBeyond(i) ? falseCondition() : fields.get(i).isNotNull();
        }
        Condition beyond = compare(i, ascends(i) ? ">" : "<");
        return nullsAreBeyond(i) ? beyond.or(fields.get(i).isNull()) : beyond;
    }

    private Condition from(int i) {
        return compare(i, ascends(i) ? ">=" : "<=");
    }

    private Condition equal(int i) {
        return values.get(i) == null ? fields.get(i).isNull() : compare(i, "=");
    }

    private Condition compare(int i, String symbol) {
        return expressions.compare(type(i), fields.get(i), symbol, value(i));
    }

    private Field<Object> field(int i) {
        return expressions.comparable(type(i), fields.get(i));
    }

    private Field<Object> value(int i) {
        return expressions.value(type(i), Objects.requireNonNull(values.get(i)));
    }

    private ColumnType type(int i) {
        return order.get(i).term().type();
    }

    private boolean ascends(int i) {
        return order.get(i).descending() == backwards;
    }

    private boolean nullsAreBeyond(int i) {
        RowOrder by = order.get(i);
        return by.term().nullable() && Expressions.nullsAreLast(by) != backwards;
    }
}
