package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.denseRank;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.Orders;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeLevel;
import dev.dovetail.jooq.internal.tree.TreeSlots;
import dev.dovetail.jooq.internal.tree.TreeValues;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A level of a tree in the tree's statement, where it is a table of numbered results. */
public final class PostgresTreeLevel {

    private static final Name STATEMENT = name("s");
    private static final Name NUMBER = name("number");
    private static final Name ORDINAL = name("ord");
    private static final String NUMBER_TYPE = "pg_catalog.int8";

    private final TreeLevel level;
    private final TreeValues values;
    private final Name alias;

    PostgresTreeLevel(TreeLevel level, Tree tree) {
        this.level = level;
        this.values = tree.values(level);
        // conditions of the host's own may name tables without a schema, but none like this
        this.alias = name("dovetail_" + level.number());
    }

    Name alias() {
        return alias;
    }

    /** The results of the level's own statement, numbered in their order. */
    Select<?> numbered(Select<?> statement) {
        List<SelectField<?>> list = new ArrayList<>();
        list.add(rowNumber().over(DSL.orderBy(order())).as(NUMBER));
        for (TreeLevel next : level.sharing()) {
            list.add(denseRank().over(DSL.orderBy(key(STATEMENT, next))).as(shared(list.size() - 1)));
        }
        List<Name> names = names();
        names.forEach(name -> list.add(field(STATEMENT.append(name))));
        return DSL.select(list).from(table("({0}) as {1}({2})", statement, STATEMENT, DSL.list(names)));
    }

    /** The level's part of the tree's results. */
    Select<?> results(Table<?> numbered, int sharing, TreeSlots slots) {
        List<SelectField<?>> list = new ArrayList<>(
                List.of(inline(level.number()), field(alias.append(NUMBER)), field(alias.append(ORDINAL))));
        for (int i = 0; i < sharing; i++) {
            boolean shares = i < level.sharing().size();
            list.add(shares ? field(alias.append(shared(i))) : cast(raw("null"), NUMBER_TYPE));
        }
        List<Integer> places = slots.places().get(level.number());
        for (String type : slots.types()) {
            int place = places.indexOf(list.size() - 3 - sharing);
            list.add(cast(place < 0 ? raw("null") : value(alias, place), type));
        }
        return DSL.select(list).from(numbered);
    }

    /** The keys of a level below, from those of this level's results that lead on. */
    Keys keys(TreeLevel next) {
        int shared = level.sharing().indexOf(next);
        Name number = alias.append(shared < 0 ? NUMBER : shared(shared));
        List<SelectField<?>> outputs = Keys.outputs(field(number, Long.class), key(alias, next));
        Select<?> keys = (shared < 0 ? DSL.select(outputs) : DSL.selectDistinct(outputs))
                .from(table(alias))
                .where(leadsTo(next));
        return Keys.of(next.query().keyColumns(), PostgresExpressions.INSTANCE, keys);
    }

    private Condition leadsTo(TreeLevel next) {
        Condition condition = values.marked() ? DSL.condition("{0}", value(alias, values.mark())) : noCondition();
        for (int from : next.from()) {
            condition = condition.and(value(alias, values.column(from)).isNotNull());
        }
        return condition;
    }

    /**
     * A key as the columns that it is compared with would get it from outside: of their type, and without a collation of its
     * own.
     */
    private List<Field<Object>> key(Name from, TreeLevel next) {
        List<Field<Object>> key = new ArrayList<>();
        for (int place : next.from()) {
            Column column = next.query().keyColumns().get(key.size());
            Field<Object> value =
                    cast(value(from, values.column(place)), column.type().databaseType());
            boolean text = column.type().kind() == ColumnKind.TEXT;
            key.add(text ? field("{0} collate pg_catalog.\"default\"", Object.class, value) : value);
        }
        return key;
    }

    private List<OrderField<?>> order() {
        List<Field<Object>> terms = IntStream.range(0, values.terms())
                .mapToObj(i -> value(STATEMENT, values.term(i)))
                .toList();
        if (terms.isEmpty()) {
            return List.of();
        }
        List<OrderField<?>> order = new ArrayList<>();
        order.add(field(STATEMENT.append(ORDINAL)));
        order.addAll(Orders.by(level.query().rows().order(), terms, PostgresExpressions.INSTANCE));
        return order;
    }

    private List<Name> names() {
        List<Name> names = new ArrayList<>(List.of(ORDINAL));
        IntStream.range(0, values.types().size()).forEach(i -> names.add(valueName(i)));
        return names;
    }

    private static Field<Object> value(Name from, int place) {
        return field(from.append(valueName(place)), Object.class);
    }

    private static Field<Object> cast(QueryPart value, String type) {
        return field("cast({0} as {1})", Object.class, value, raw(type));
    }

    private static Name valueName(int place) {
        return name("v" + place);
    }

    private static Name shared(int place) {
        return name("shared" + place);
    }
}
