package dev.dovetail.jooq.internal.statement;

import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of a request's query, so that what is left is the same for all requests whose statements have the
 * same text. What is left holds no value of a caller's or a client's.
 */
public final class Shaping {

    /** More of them make a text that is too large to keep, and that hardly comes again. */
    private static final int MOST_VALUES = 256;

    private final TableRequest request;
    private final UnaryOperator<Slot> placed;
    private final TableQuery query;
    private final List<Object> values = new ArrayList<>();
    private boolean withoutHosts = true;

    public Shaping(TableRequest request) {
        this(request, slot -> slot);
    }

    /**
     * @param placed a slot as it is in a statement that this query is but a part of
     */
    public Shaping(TableRequest request, UnaryOperator<Slot> placed) {
        this.request = request;
        this.placed = placed;
        this.query = query(request.query());
    }

    /** Whether the shape is all there is to the text; a condition of the host's own may be another each time. */
    public boolean isWhole() {
        return withoutHosts && values.size() <= MOST_VALUES;
    }

    /** The request without its values. */
    public Shape shape() {
        return Shape.of(request, query);
    }

    /** The values. */
    public Inputs inputs() {
        return new Inputs(request, values);
    }

    private TableQuery query(TableQuery whole) {
        RowSelection rows = whole.rows();
        RowSelection shaped = rows(rows);
        return shaped.equals(rows)
                ? whole
                : new TableQuery(
                        whole.table(),
                        whole.columns(),
                        whole.keyColumns(),
                        shaped,
                        whole.rowsPerKey(),
                        whole.positions(),
                        whole.aggregates());
    }

    private RowSelection rows(RowSelection rows) {
        return new RowSelection(
                filter(rows.filter()),
                each(rows.order(), this::order),
                rows.distinctOn(),
                position(rows.after()),
                position(rows.before()),
                Math.min(rows.offset(), 1),
                rows.limit() == TableQuery.ALL_ROWS ? TableQuery.ALL_ROWS : 1);
    }

    private Filter filter(Filter filter) {
        if (filter instanceof Filter.All all) {
            return new Filter.All(each(all.filters(), this::filter));
        }
        if (filter instanceof Filter.Any any) {
            return new Filter.Any(each(any.filters(), this::filter));
        }
        if (filter instanceof Filter.Not not) {
            return new Filter.Not(filter(not.filter()));
        }
        if (filter instanceof Filter.Related related) {
            return new Filter.Related(related.link(), filter(related.filter()));
        }
        if (filter instanceof Filter.Comparison comparison) {
            return comparison(comparison);
        }
        withoutHosts = false;
        return filter;
    }

    private Filter comparison(Filter.Comparison comparison) {
        Operator operator = comparison.operator();
        Object value =
                operator == Operator.IS_NULL ? Boolean.TRUE.equals(comparison.value()) : slot(comparison.value());
        return new Filter.Comparison(comparison.column(), operator, value);
    }

    private RowOrder order(RowOrder by) {
        return by.term() instanceof OrderTerm.Of ? by : new RowOrder(term(by.term()), by.descending(), by.nulls());
    }

    private OrderTerm term(OrderTerm term) {
        if (term instanceof OrderTerm.Related related) {
            return new OrderTerm.Related(
                    related.link(), filter(related.filter()), each(related.first(), this::order), term(related.term()));
        }
        return term instanceof OrderTerm.Aggregated aggregated
                ? new OrderTerm.Aggregated(aggregated.link(), filter(aggregated.filter()), aggregated.aggregate())
                : term;
    }

    private @Nullable Position position(@Nullable Position position) {
        if (position == null) {
            return null;
        }
        List<@Nullable Object> slots = new ArrayList<>();
        position.values().forEach(value -> slots.add(value == null ? null : slot(value)));
        return new Position(slots);
    }

    private Slot slot(Object value) {
        values.add(value);
        return placed.apply(new Numbered(values.size() - 1));
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.isEmpty() ? list : list.stream().map(change).toList();
    }

    /** The place of a value among the query's. Equal, so that shapes are. */
    private record Numbered(int place) implements Slot {
        @Override
        public Object of(Inputs inputs) {
            return inputs.values().get(place);
        }
    }
}
