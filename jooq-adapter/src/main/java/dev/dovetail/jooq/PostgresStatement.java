package dev.dovetail.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.table;

import dev.dovetail.table.Column;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.OrderTerm;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The statement of one batch, in the shape that suits it: the catalog and the number of keys decide. */
final class PostgresStatement {

    private static final Name TARGET = name("t");
    private static final Name TOP = name("r");
    private static final Name RANK = name("rank");
    private static final Name TOP_ORDINAL = name("ord");

    private final TableQuery query;
    private final PostgresKeys keys;
    private final boolean single;

    PostgresStatement(TableQuery query, List<JoinKey> keys) {
        this.query = query;
        this.keys = new PostgresKeys(query.keyColumns(), keys);
        this.single = keys.size() == 1;
    }

    /** The ordinal of the key, counted from 1, then the query's columns. */
    Select<?> select() {
        if (single) {
            return ofOneKey();
        }
        if (!needsBound()) {
            return join();
        }
        return query.table().isIndexed(query.keyColumnNames()) ? lateralTop() : windowedTop();
    }

    /** Whether a key may have more rows than are wanted. */
    private boolean needsBound() {
        return query.rowsPerKey() != TableQuery.ALL_ROWS && !query.atMostOneRowPerKey();
    }

    /** Without a key table, which takes about twice as long for one key. */
    private Select<?> ofOneKey() {
        var statement = DSL.select(columns(inline(1L)))
                .from(target())
                .where(keys.matchFirst(PostgresStatement::ofTarget))
                .orderBy(order());
        return needsBound() ? statement.limit(inline(query.rowsPerKey())) : statement;
    }

    private Select<?> join() {
        return DSL.select(columns(PostgresKeys.ordinal()))
                .from(keys.asTable())
                .join(target())
                .on(keys.match(PostgresStatement::ofTarget))
                .orderBy(query.rows().order().isEmpty() ? List.of() : afterOrdinal(order()));
    }

    /** Reads the first rows of each key by the index; fast whatever the number of rows a key has. */
    private Select<?> lateralTop() {
        List<SelectField<?>> inner = results();
        List<OrderField<?>> outerOrder = new ArrayList<>();
        for (RowOrder by : query.rows().order()) {
            Name alias = name("o" + outerOrder.size());
            inner.add(ofTarget(by).as(alias));
            outerOrder.add(directed(field(TOP.append(alias)), by));
        }
        Table<?> top = lateral(DSL.select(inner)
                        .from(target())
                        .where(keys.match(PostgresStatement::ofTarget))
                        .orderBy(order())
                        .limit(inline(query.rowsPerKey())))
                .as(TOP);
        return DSL.select(topColumns(PostgresKeys.ordinal()))
                .from(keys.asTable())
                .crossJoin(top)
                .orderBy(afterOrdinal(outerOrder));
    }

    /** Without an index, a lateral subquery would scan the table once for each key. */
    private Select<?> windowedTop() {
        List<SelectField<?>> inner = results();
        inner.add(PostgresKeys.ordinal().as(TOP_ORDINAL));
        inner.add(rowNumber()
                .over()
                .partitionBy(PostgresKeys.ordinal())
                .orderBy(order())
                .as(RANK));
        Table<?> ranked = DSL.select(inner)
                .from(keys.asTable())
                .join(target())
                .on(keys.match(PostgresStatement::ofTarget))
                .asTable(TOP);
        Field<?> ordinal = field(TOP.append(TOP_ORDINAL));
        Field<Integer> rank = field(TOP.append(RANK), Integer.class);
        return DSL.select(topColumns(ordinal))
                .from(ranked)
                .where(rank.le(inline(query.rowsPerKey())))
                .orderBy(ordinal, rank);
    }

    private List<SelectField<?>> columns(SelectField<?> ordinal) {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(ordinal);
        query.columns().forEach(column -> columns.add(ofTarget(column)));
        return columns;
    }

    /** The query's columns under names of Dovetail's own, since a table may have a column of any name. */
    private List<SelectField<?>> results() {
        List<SelectField<?>> results = new ArrayList<>();
        query.columns().forEach(column -> results.add(ofTarget(column).as(name("c" + results.size()))));
        if (results.isEmpty()) {
            results.add(inline(true).as(name("found")));
        }
        return results;
    }

    /** The query's columns as {@link #results} names them, after the ordinal. */
    private List<SelectField<?>> topColumns(SelectField<?> ordinal) {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(ordinal);
        for (int i = 0; i < query.columns().size(); i++) {
            columns.add(field(TOP.append(name("c" + i))));
        }
        return columns;
    }

    private List<OrderField<?>> order() {
        List<OrderField<?>> order = new ArrayList<>();
        query.rows().order().forEach(by -> order.add(directed(ofTarget(by), by)));
        return order;
    }

    private static List<OrderField<?>> afterOrdinal(List<OrderField<?>> order) {
        List<OrderField<?>> all = new ArrayList<>();
        all.add(PostgresKeys.ordinal());
        all.addAll(order);
        return all;
    }

    private static OrderField<?> directed(Field<?> column, RowOrder by) {
        return by.descending() ? column.desc() : column.asc();
    }

    private Table<?> target() {
        return table(name(query.table().name().schema(), query.table().name().name()))
                .as(TARGET);
    }

    private static Field<Object> ofTarget(Column column) {
        return field(TARGET.append(name(column.name())), Object.class);
    }

    private static Field<?> ofTarget(RowOrder by) {
        return ofTarget(((OrderTerm.Of) by.term()).column());
    }
}
