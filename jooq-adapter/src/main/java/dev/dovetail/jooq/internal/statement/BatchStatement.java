package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.inline;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/** The statement of one batch, in the shape that suits it: the catalog, the number of keys and the query decide. */
public final class BatchStatement {

    private final Shape shape;
    private final TableQuery query;
    private final Parts parts;
    private final Keys keys;
    private final ManyKeys manyKeys;

    /**
     * @param values what there is for a slot: its value, or the slot itself
     */
    public BatchStatement(Shape shape, Function<Slot, Object> values, Expressions expressions, ManyKeys manyKeys) {
        this(shape, values, expressions, manyKeys, new Keys(shape.query().keyColumns(), values, expressions));
    }

    /** With other keys than those that are sent. */
    public BatchStatement(
            Shape shape, Function<Slot, Object> values, Expressions expressions, ManyKeys manyKeys, Keys keys) {
        this.shape = shape;
        this.query = shape.query();
        this.parts = Parts.of(query, values, expressions);
        this.keys = keys;
        this.manyKeys = manyKeys;
    }

    /** See {@link Dialect#statement} for what it gives. */
    public Select<?> select() {
        SelectQuery<?> select = shaped();
        select.addConditions(
                parts.expressions().check(query.table(), query.rows().filter()));
        return select;
    }

    private SelectQuery<?> shaped() {
        if (query.aggregates().isEmpty() && shape.single()) {
            return ofOneKey();
        }
        SelectQuery<?> select = ofManyKeys(shape.single());
        if (shape.limited() && query.rowsPerKey() > 0) {
            select.addLimit(parts.number(BatchStatement::mostResults));
        }
        return select;
    }

    private SelectQuery<?> ofManyKeys(boolean single) {
        if (query.aggregates().isEmpty() && !parts.isBounded() && !isCut()) {
            return join();
        }
        return single ? manyKeys.ofOne(parts, keys) : manyKeys.select(parts, keys, shape);
    }

    /** Whether a key may have more rows than are read. */
    private boolean isCut() {
        return query.rowsPerKey() != TableQuery.ALL_ROWS && !query.atMostOneRowPerKey();
    }

    /** One more than is allowed shows that there are too many; a key without rows has a result of its aggregates alone. */
    private static long mostResults(TableRequest request) {
        boolean plain = request.query().aggregates().isEmpty();
        long others = 1L + (plain ? 0 : request.keys().size());
        return Math.min(request.maxRows(), Long.MAX_VALUE - others) + others;
    }

    /** Without a key table, which takes about twice as long for one key. */
    private SelectQuery<?> ofOneKey() {
        Most most = new Most(query.rowsPerKey(), shape.limited());
        return new OneKey(parts, keys.matchFirst(parts.target()::column), most).select(inline(1L), outputs());
    }

    private SelectQuery<?> join() {
        boolean named = query.positions();
        List<SelectField<?>> columns = new ArrayList<>();
        query.columns().forEach(column -> columns.add(parts.result(column)));
        return DSL.select(Parts.listOf(Keys.ordinal(), named ? outputs().of(parts.target(), parts.terms()) : columns))
                .from(keys.asTable())
                .join(parts.target().from())
                .on(keys.find(parts))
                .where(parts.filter())
                .and(parts.between(parts.terms()))
                .orderBy(order(named ? outputs().ownTerms(parts.terms()) : parts.terms()))
                .getQuery();
    }

    private List<OrderField<?>> order(List<Field<Object>> values) {
        List<OrderField<?>> order = new ArrayList<>();
        if (!values.isEmpty()) {
            order.add(Keys.ordinal());
            order.addAll(parts.by(values));
        }
        return order;
    }

    private Outputs outputs() {
        return new Outputs(query.columns(), query.positions() ? parts.terms().size() : 0).asResults(parts);
    }
}
