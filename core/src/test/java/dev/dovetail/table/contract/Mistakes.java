package dev.dovetail.table.contract;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.Operator;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What adapters get wrong. */
final class Mistakes {

    private Mistakes() {}

    /** Files rows under the key that Java finds equal, and so loses those that only the database does. */
    static TableRows matchedByJava(TableRequest request, TableRows rows) {
        return matched(request, rows, Object::equals);
    }

    private static TableRows matched(TableRequest request, TableRows rows, BiPredicate<Object, Object> equal) {
        TableQuery query = request.query();
        int position = query.columns().indexOf(query.keyColumns().get(0));
        return each(
                request,
                rows,
                (ordinal, row) -> position < 0
                        || equal.test(
                                String.valueOf(row[position]),
                                String.valueOf(key(request, ordinal).value(0))));
    }

    /** Files rows under every key that differs in letter case alone, which the database does not find equal. */
    static TableRows matchedInLowerCase(TableRequest request, TableRows rows) {
        TableRows matched = new TableRows(rows.keys());
        for (int ordinal = 0; ordinal < rows.keys(); ordinal++) {
            for (int other = 0; other < rows.keys(); other++) {
                if (lower(key(request, ordinal)).equals(lower(key(request, other)))) {
                    int target = ordinal;
                    rows.of(other).forEach(row -> matched.add(target, row));
                }
            }
        }
        return matched;
    }

    private static List<String> lower(JoinKey key) {
        return key.values().stream()
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Limits the rows of all keys together. */
    static TableRows limitedTogether(TableRequest request, TableRows rows) {
        int[] left = {Math.min(request.query().rows().limit(), request.query().rowsPerKey())};
        return each(request, rows, (ordinal, row) -> left[0]-- > 0);
    }

    /** Gives equal rows once. */
    static TableRows withoutDuplicates(TableRequest request, TableRows rows) {
        Set<Object> seen = new HashSet<>();
        return each(request, rows, (ordinal, row) -> seen.add(List.of(ordinal, Arrays.asList(row))));
    }

    /** Loses what a double does not hold. */
    static TableRows throughDoubles(TableRequest request, TableRows rows) {
        return each(request, rows, (ordinal, row) -> {
            for (int i = 0; i < row.length; i++) {
                if (row[i] instanceof Long number) {
                    row[i] = (long) number.doubleValue();
                } else if (row[i] instanceof BigDecimal number) {
                    row[i] = BigDecimal.valueOf(number.doubleValue());
                }
            }
            return true;
        });
    }

    private static TableRows each(
            TableRequest request, TableRows rows, BiPredicate<Integer, @Nullable Object[]> stays) {
        TableRows all = new TableRows(rows.keys());
        for (int ordinal = 0; ordinal < rows.keys(); ordinal++) {
            for (Object[] row : rows.of(ordinal)) {
                if (stays.test(ordinal, row)) {
                    all.add(ordinal, row);
                }
            }
            Object[] aggregates = rows.aggregatesOf(ordinal);
            if (aggregates != null) {
                all.setAggregates(ordinal, aggregates);
            }
        }
        return all;
    }

    private static JoinKey key(TableRequest request, int ordinal) {
        return request.keys().get(ordinal);
    }

    /** Lets the database put nulls where it likes. */
    static TableRequest nullsFirst(TableRequest request) {
        return asking(
                request,
                rows -> with(
                        rows,
                        rows.filter(),
                        rows.order().stream()
                                .map(order -> order.nulls() == NullOrder.DEFAULT
                                        ? new RowOrder(order.term(), order.descending(), NullOrder.FIRST)
                                        : order)
                                .toList()));
    }

    /** Reads rows for which a filter is unknown. */
    static TableRequest withoutUnknown(TableRequest request) {
        return asking(
                request,
                rows -> rows.filter() instanceof Filter.Not not && not.filter() instanceof Filter.Comparison compared
                        ? with(rows, orNull(not, compared.column()), rows.order())
                        : rows);
    }

    private static Filter orNull(Filter filter, Column column) {
        return new Filter.Any(List.of(filter, new Filter.Comparison(column, Operator.IS_NULL, true)));
    }

    /** Reads everything, however much. */
    static TableRequest unlimited(TableRequest request) {
        return request.within(TableRequest.UNLIMITED, TableRequest.UNLIMITED);
    }

    /** Cuts long texts of keys off. */
    static TableRequest cutKeys(TableRequest request) {
        List<JoinKey> keys = request.keys().stream()
                .map(key -> JoinKey.of(key.values().stream()
                        .map(value ->
                                value instanceof String text ? text.substring(0, Math.min(200, text.length())) : value)
                        .toArray()))
                .toList();
        return new TableRequest(request.query(), keys, request.session(), request.context())
                .within(request.maxRows(), request.maxBytes());
    }

    private static RowSelection with(RowSelection rows, Filter filter, List<RowOrder> order) {
        return new RowSelection(
                filter, order, rows.distinctOn(), rows.after(), rows.before(), rows.offset(), rows.limit());
    }

    private static TableRequest asking(TableRequest request, UnaryOperator<RowSelection> rows) {
        TableQuery query = request.query();
        TableQuery changed = new TableQuery(
                query.table(),
                query.columns(),
                query.keyColumns(),
                rows.apply(query.rows()),
                query.rowsPerKey(),
                query.positions(),
                query.aggregates());
        return new TableRequest(changed, request.keys(), request.session(), request.context())
                .within(request.maxRows(), request.maxBytes());
    }
}
