package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.Parts;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Operator;
import dev.dovetail.table.TableQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.impl.DSL;

/**
 * The shape that reads the rows of all keys in one pass over the index, and computes the aggregates of each: it visits a
 * page of the table once, where one look-up for each key visits it for each.
 *
 * <p>The keys are joined to the groups by a full join, although those without a group are left out again. The server takes
 * arrays for small: for an inner join it may well compare every key with every group, which it cannot do for a full join.
 */
public final class PostgresGroups {

    private static final Name GROUPS = name("a");
    private static final Name KEY = name("k0");
    private static final Name FOUND = name("found");

    /** Those by which the server can join in full. */
    private static final Set<ColumnKind> KINDS =
            EnumSet.of(ColumnKind.SMALLINT, ColumnKind.INTEGER, ColumnKind.BIGINT, ColumnKind.UUID, ColumnKind.TEXT);

    private final Parts parts;
    private final Keys keys;

    PostgresGroups(Parts parts, Keys keys) {
        this.parts = parts;
        this.keys = keys;
    }

    /** Whether there is such a statement for a query. */
    static boolean suit(Parts parts) {
        TableQuery query = parts.query();
        return query.rowsPerKey() == 0
                && !parts.isBounded()
                && query.keyColumns().size() == 1
                && KINDS.contains(query.keyColumns().get(0).type().kind());
    }

    /** A key without rows has no result. */
    SelectQuery<?> select() {
        return DSL.select(Parts.listOf(Keys.ordinal(), results()))
                .from(keys.asTable())
                .fullJoin(groups().asTable(GROUPS))
                .on(keys.match(column -> field(GROUPS.append(KEY), Object.class)))
                .where(condition(coalesce(field(GROUPS.append(FOUND), Boolean.class), inline(false))))
                .getQuery();
    }

    private Select<?> groups() {
        Column column = parts.query().keyColumns().get(0);
        Field<Object> key = parts.target().column(column);
        List<SelectField<?>> outputs = Parts.listOf(key.as(KEY), parts.aggregates(parts.target()::column));
        outputs.add(inline(true).as(FOUND));
        return DSL.select(outputs)
                .from(parts.target().from())
                .where(hasAnyKey())
                .and(parts.filter())
                .and(parts.between(parts.terms()))
                .groupBy(key);
    }

    private Condition hasAnyKey() {
        Column column = parts.query().keyColumns().get(0);
        return PostgresComparisons.of(
                parts.target().column(column),
                new Filter.Comparison(column, Operator.IN, parts.values().apply(Keys.all(0))));
    }

    private List<SelectField<?>> results() {
        List<SelectField<?>> results = new ArrayList<>();
        for (int i = 0; i < parts.query().aggregates().size(); i++) {
            results.add(field(GROUPS.append(Parts.aggregateName(i))));
        }
        return results;
    }
}
