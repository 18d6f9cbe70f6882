package dev.dovetail.internal.arguments;

import dev.dovetail.definition.RowArgument;
import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.TableType;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which rows of a relationship a client wants. */
public final class RowsReader {

    private final Join join;
    private final TableType target;
    private final Grant grant;
    private final Vocabulary words;
    private final Map<String, @Nullable Object> arguments;
    private final FilterReader filters;
    private final OrderReader orders;

    /**
     * @param grant what the caller may read of the relationship's table
     * @param arguments of the field, as graphql-java coerced them
     */
    public RowsReader(
            Join join, Grant grant, Vocabulary words, Caller caller, Map<String, @Nullable Object> arguments) {
        this.join = join;
        this.target = join.target();
        this.grant = grant;
        this.words = words;
        this.arguments = arguments;
        this.filters = new FilterReader(words, caller);
        this.orders = new OrderReader(words, caller);
    }

    /**
     * The rows that are meant, of those that the caller may read.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if an argument cannot be used
     */
    public RowSelection selection() {
        List<Column> distinctOn = distinctOn();
        List<RowOrder> order = order();
        return new RowSelection(
                filter(),
                distinctOn.isEmpty() ? order : distinctFirst(distinctOn, order),
                distinctOn,
                null,
                null,
                number(RowArgument.OFFSET, 0),
                number(RowArgument.LIMIT, TableQuery.ALL_ROWS));
    }

    Filter filter() {
        String name = words.argument(RowArgument.WHERE);
        Object where = argument(RowArgument.WHERE);
        return where == null ? grant.filter() : Filter.both(grant.filter(), filters.read(target, grant, where, name));
    }

    /** The client's order, in which that of the relationship settles what is equal. */
    List<RowOrder> order() {
        Object orderBy = argument(RowArgument.ORDER_BY);
        if (orderBy == null) {
            return join.order();
        }
        List<RowOrder> order =
                new ArrayList<>(orders.read(target, grant, orderBy, words.argument(RowArgument.ORDER_BY)));
        appendMissing(order, join.order());
        return order;
    }

    /** Adds the terms that are not in the order yet; a second time they would decide nothing. */
    static void appendMissing(List<RowOrder> order, List<RowOrder> more) {
        Set<OrderTerm> present = new HashSet<>();
        order.forEach(by -> present.add(by.term()));
        more.stream().filter(by -> present.add(by.term())).forEach(order::add);
    }

    private List<Column> distinctOn() {
        Object given = argument(RowArgument.DISTINCT_ON);
        if (given == null) {
            return List.of();
        }
        String name = words.argument(RowArgument.DISTINCT_ON);
        List<Column> columns = new ArrayList<>();
        for (Object field : Arguments.list(given, name)) {
            Column column =
                    Columns.shown(target, grant, Arguments.notNull(field, name).toString(), name);
            if (!columns.contains(column)) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Which of several rows that agree is the first is only known in an order that begins with what they agree in. */
    private List<RowOrder> distinctFirst(List<Column> distinctOn, List<RowOrder> order) {
        if (argument(RowArgument.ORDER_BY) == null) {
            List<RowOrder> distinct = new ArrayList<>();
            distinctOn.forEach(column -> distinct.add(RowOrder.of(column, false)));
            appendMissing(distinct, order);
            return distinct;
        }
        Set<OrderTerm> first = new HashSet<>();
        order.stream().limit(distinctOn.size()).forEach(by -> first.add(by.term()));
        boolean leads = distinctOn.stream().allMatch(column -> first.contains(new OrderTerm.Of(column)));
        if (!leads) {
            throw Arguments.invalid(
                    words.argument(RowArgument.DISTINCT_ON),
                    "names other columns than " + words.argument(RowArgument.ORDER_BY) + " begins with");
        }
        return order;
    }

    private int number(RowArgument argument, int otherwise) {
        Integer number = Arguments.count(argument(argument), words.argument(argument));
        return number == null ? otherwise : number;
    }

    private @Nullable Object argument(RowArgument argument) {
        return join.arguments().contains(argument) ? arguments.get(words.argument(argument)) : null;
    }
}
