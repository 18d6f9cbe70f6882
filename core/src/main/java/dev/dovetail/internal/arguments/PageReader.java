package dev.dovetail.internal.arguments;

import dev.dovetail.internal.access.Grant;
import dev.dovetail.internal.model.Join;
import dev.dovetail.internal.model.Vocabulary;
import dev.dovetail.table.Column;
import dev.dovetail.table.NullOrder;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.Position;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads which page of a relationship's rows a client wants, by the arguments of the Cursor Connections Specification.
 *
 * <p>Rows are found by their place in the order, not by their number: a page stays right when rows come and go before it.
 */
public final class PageReader {

    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String AFTER = "after";
    private static final String BEFORE = "before";

    private final Join join;
    private final Grant grant;
    private final RowsReader rows;
    private final Map<String, @Nullable Object> arguments;

    public PageReader(
            Join join, Grant grant, Vocabulary words, Caller caller, Map<String, @Nullable Object> arguments) {
        this.join = join;
        this.grant = grant;
        this.rows = new RowsReader(join, grant, words, caller, arguments);
        this.arguments = arguments;
    }

    /**
     * The page, of the rows that the caller may read.
     *
     * @throws dev.dovetail.internal.failure.FieldFailure if an argument cannot be used
     */
    public Page page() {
        Integer first = Arguments.count(arguments.get(FIRST), FIRST);
        Integer last = Arguments.count(arguments.get(LAST), LAST);
        if (first != null && last != null) {
            throw Arguments.invalid(LAST, "cannot be given together with " + FIRST);
        }
        List<RowOrder> order = total(rows.order());
        Cursors cursors = new Cursors(order);
        Position after = position(AFTER, cursors);
        Position before = position(BEFORE, cursors);
        boolean backward = last != null;
        RowSelection selection = new RowSelection(
                rows.filter(),
                backward ? reversed(order) : order,
                List.of(),
                backward ? before : after,
                backward ? after : before,
                0,
                TableQuery.ALL_ROWS);
        Integer size = backward ? last : first;
        return new Page(
                selection, Math.min(size == null ? TableQuery.ALL_ROWS : size, grant.limit()), backward, cursors);
    }

    /** An order in which no two rows stand at one place; a cursor shows what it orders by. */
    private List<RowOrder> total(List<RowOrder> wanted) {
        List<RowOrder> order = new ArrayList<>(wanted);
        boolean descending = !order.isEmpty() && order.get(order.size() - 1).descending();
        List<RowOrder> key = join.target().table().key().stream()
                .map(column -> RowOrder.of(column, descending))
                .toList();
        RowsReader.appendMissing(order, key);
        order.forEach(PageReader::requireCursors);
        join.order().forEach(this::requireVisible);
        key.forEach(this::requireVisible);
        return order.stream().map(PageReader::explicit).toList();
    }

    private static void requireCursors(RowOrder by) {
        if (!CursorValues.areOf(by.term().type())) {
            throw Arguments.invalid("order_by", "is of documents, by which pages cannot be ordered");
        }
    }

    private void requireVisible(RowOrder by) {
        if (by.term() instanceof OrderTerm.Of of) {
            Column column = of.column();
            int position = join.target().table().position(column.name());
            grant.requireColumn(position, "Column '" + column.name() + "', which pages are ordered by,");
        }
    }

    /** Where nulls stand decides which rows come after a null. */
    private static RowOrder explicit(RowOrder by) {
        if (by.nulls() != NullOrder.DEFAULT || !by.term().nullable()) {
            return by;
        }
        return new RowOrder(by.term(), by.descending(), by.descending() ? NullOrder.FIRST : NullOrder.LAST);
    }

    private static List<RowOrder> reversed(List<RowOrder> order) {
        return order.stream()
                .map(by -> new RowOrder(by.term(), !by.descending(), reversed(by.nulls())))
                .toList();
    }

    private static NullOrder reversed(NullOrder nulls) {
        return switch (nulls) {
            case DEFAULT -> NullOrder.DEFAULT;
            case FIRST -> NullOrder.LAST;
            case LAST -> NullOrder.FIRST;
        };
    }

    private @Nullable Position position(String argument, Cursors cursors) {
        Object cursor = arguments.get(argument);
        return cursor == null ? null : cursors.read(cursor.toString(), argument);
    }
}
