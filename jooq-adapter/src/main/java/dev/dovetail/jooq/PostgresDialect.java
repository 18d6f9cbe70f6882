package dev.dovetail.jooq;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * PostgreSQL: the keys travel as arrays, one for each key column, and are joined as a table with ordinals.
 *
 * <p>One statement text serves every batch size, so the server plans it once, and no number of keys exceeds the bound on
 * parameters. The arrays are cast to the columns' own types: a {@code citext} key without its cast matches nothing, and
 * no error says so. They travel as text, because the driver sends most arrays so anyway.
 */
final class PostgresDialect implements Dialect {

    static final Dialect INSTANCE = new PostgresDialect();

    private static final Name TARGET = name("t");
    private static final Name KEYS = name("k");
    private static final Name ORDINAL = name("ord");
    private static final Name TOP = name("r");
    private static final Name RANK = name("rank");

    private PostgresDialect() {}

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return new PostgresCatalog(dsl);
    }

    @Override
    public ColumnReader reader(ColumnType type) {
        return PostgresReaders.of(type);
    }

    @Override
    public ResultQuery<?> statement(DSLContext dsl, TableQuery query, List<JoinKey> keys) {
        if (keys.size() == 1) {
            return dsl.resultQuery("{0}", oneKey(query, keys.get(0)));
        }
        Table<?> keyTable = keyTable(query, keys);
        if (!needsBound(query)) {
            return dsl.resultQuery("{0}", join(query, keyTable));
        }
        boolean indexed = query.table().isIndexed(query.keyColumnNames());
        return dsl.resultQuery("{0}", indexed ? lateralTop(query, keyTable) : windowedTop(query, keyTable));
    }

    /** Without a key table, which takes about twice as long for one key. */
    private static Select<?> oneKey(TableQuery query, JoinKey key) {
        Condition condition = noCondition();
        for (int i = 0; i < query.keyColumns().size(); i++) {
            Column column = query.keyColumns().get(i);
            Field<Object> value = field(
                    "cast({0} as {1})",
                    Object.class,
                    val(KeyText.of(key.value(i))),
                    raw(column.type().databaseType()));
            condition = condition.and(equal(column, value));
        }
        var statement = select(columns(query, inline(0L)))
                .from(targetTable(query))
                .where(condition)
                .orderBy(order(query));
        return needsBound(query) ? statement.limit(inline(query.rowsPerKey())) : statement;
    }

    private static Select<?> join(TableQuery query, Table<?> keyTable) {
        return select(columns(query, ordinal()))
                .from(keyTable)
                .join(targetTable(query))
                .on(match(query))
                .orderBy(query.order().isEmpty() ? List.of() : ordinalThenOrder(query));
    }

    /** Reads the first rows of each key by the index; fast whatever the number of rows a key has. */
    private static Select<?> lateralTop(TableQuery query, Table<?> keyTable) {
        List<SelectField<?>> inner = results(query);
        List<OrderField<?>> outerOrder = new ArrayList<>();
        outerOrder.add(ordinal());
        query.order().forEach(by -> {
            Name alias = name("o" + (outerOrder.size() - 1));
            inner.add(field(TARGET.append(name(by.column()))).as(alias));
            Field<?> column = field(TOP.append(alias));
            outerOrder.add(by.descending() ? column.desc() : column.asc());
        });
        Table<?> top = lateral(select(inner)
                        .from(targetTable(query))
                        .where(match(query))
                        .orderBy(order(query))
                        .limit(inline(query.rowsPerKey())))
                .as(TOP);
        return select(topColumns(query, ordinal()))
                .from(keyTable)
                .crossJoin(top)
                .orderBy(outerOrder);
    }

    /** Without an index, a lateral subquery would scan the table once for each key. */
    private static Select<?> windowedTop(TableQuery query, Table<?> keyTable) {
        List<SelectField<?>> inner = results(query);
        inner.add(ordinal().as(ORDINAL));
        inner.add(
                rowNumber().over().partitionBy(ordinal()).orderBy(order(query)).as(RANK));
        Table<?> ranked = select(inner)
                .from(keyTable)
                .join(targetTable(query))
                .on(match(query))
                .asTable(TOP);
        Field<?> ordinal = field(TOP.append(ORDINAL));
        Field<Integer> rank = field(TOP.append(RANK), Integer.class);
        return select(topColumns(query, ordinal))
                .from(ranked)
                .where(rank.le(inline(query.rowsPerKey())))
                .orderBy(ordinal, rank);
    }

    /** The query's columns under names of Dovetail's own, since a table may have a column of any name. */
    private static List<SelectField<?>> results(TableQuery query) {
        List<SelectField<?>> results = new ArrayList<>();
        query.columns().forEach(column -> results.add(target(column).as(name("c" + results.size()))));
        if (results.isEmpty()) {
            results.add(inline(true).as(name("found")));
        }
        return results;
    }

    /** The query's columns as {@link #results} names them, after the ordinal. */
    private static List<SelectField<?>> topColumns(TableQuery query, SelectField<?> ordinal) {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(ordinal);
        for (int i = 0; i < query.columns().size(); i++) {
            columns.add(field(TOP.append(name("c" + i))));
        }
        return columns;
    }

    private static Table<?> keyTable(TableQuery query, List<JoinKey> keys) {
        List<QueryPart> arrays = new ArrayList<>();
        List<QueryPart> names = new ArrayList<>();
        for (int i = 0; i < query.keyColumns().size(); i++) {
            String type = query.keyColumns().get(i).type().databaseType();
            arrays.add(field("cast({0} as {1}[])", val(texts(keys, i)), raw(type)));
            names.add(keyName(i));
        }
        names.add(ORDINAL);
        return table("unnest({0}) with ordinality as {1}({2})", DSL.list(arrays), KEYS, DSL.list(names));
    }

    private static String[] texts(List<JoinKey> keys, int position) {
        String[] texts = new String[keys.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = KeyText.of(keys.get(i).value(position));
        }
        return texts;
    }

    private static Condition match(TableQuery query) {
        Condition match = noCondition();
        for (int i = 0; i < query.keyColumns().size(); i++) {
            Field<Object> key = field(KEYS.append(keyName(i)), Object.class);
            match = match.and(equal(query.keyColumns().get(i), key));
        }
        return match;
    }

    /** A domain over an enumeration has to be named as what it is; with one over anything else the key agrees. */
    private static Condition equal(Column column, Field<Object> key) {
        ColumnType type = column.type();
        Field<Object> value = type.kind() == ColumnKind.ENUM
                ? field("cast({0} as {1})", Object.class, target(column), raw(type.databaseType()))
                : target(column);
        String operator = PostgresTypes.equality(type);
        return operator.equals("=") ? value.eq(key) : condition("{0} {1} {2}", value, raw(operator), key);
    }

    /** Whether a key may have more rows than are wanted. */
    private static boolean needsBound(TableQuery query) {
        return query.rowsPerKey() != TableQuery.ALL_ROWS && !query.atMostOneRowPerKey();
    }

    private static List<SelectField<?>> columns(TableQuery query, SelectField<?> first) {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(first);
        query.columns().forEach(column -> columns.add(target(column)));
        return columns;
    }

    private static List<OrderField<?>> order(TableQuery query) {
        List<OrderField<?>> order = new ArrayList<>();
        query.order().forEach(by -> {
            Field<?> column = field(TARGET.append(name(by.column())));
            order.add(by.descending() ? column.desc() : column.asc());
        });
        return order;
    }

    private static List<OrderField<?>> ordinalThenOrder(TableQuery query) {
        List<OrderField<?>> order = new ArrayList<>();
        order.add(ordinal());
        order.addAll(order(query));
        return order;
    }

    private static Table<?> targetTable(TableQuery query) {
        return table(name(query.table().name().schema(), query.table().name().name()))
                .as(TARGET);
    }

    private static Field<Object> target(Column column) {
        return field(TARGET.append(name(column.name())), Object.class);
    }

    /** The database counts keys from 1, Dovetail from 0. */
    private static Field<?> ordinal() {
        return field(KEYS.append(ORDINAL), Long.class);
    }

    private static Name keyName(int position) {
        return name("k" + position);
    }
}
