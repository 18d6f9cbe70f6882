package dev.dovetail.jooq.internal.ignite;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.standard.StandardExpressions;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.jooq.internal.statement.Binds;
import dev.dovetail.jooq.internal.statement.Expressions;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter.Comparison;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What Ignite's statements are made of. Keys travel as arrays, one for each key column and one for the ordinals, which
 * every node makes a table of: Ignite finds their rows by an index, which it does not where they stand in an {@code in}.
 */
final class IgniteExpressions extends StandardExpressions {

    static final Expressions INSTANCE = new IgniteExpressions();

    private static final ColumnType ORDINAL = IgniteTypes.of(ColumnKind.BIGINT);

    private static final Set<Operator> LISTED = EnumSet.of(Operator.IN, Operator.NIN);

    private IgniteExpressions() {}

    @Override
    protected BindType bind(ColumnType type) {
        return IgniteBinds.of(type);
    }

    /** A parameter in a cast does not tell Ignite which node has the row; every node is asked then. */
    @Override
    public Field<Object> value(ColumnType type, Object value) {
        return IgniteBinds.areTheColumns(type) ? Binds.parameter(value, bind(type)) : super.value(type, value);
    }

    @Override
    public Field<Long> number(Object number) {
        return DSL.field("{0}", Long.class, Binds.parameter(number, IgniteBinds.NUMBER));
    }

    @Override
    public Table<?> keys(List<Column> columns, Function<Slot, Object> values) {
        List<QueryPart> lists = new ArrayList<>();
        lists.add(list(Keys.ORDINAL, ORDINAL, values.apply(Keys.ordinals())));
        for (int i = 0; i < columns.size(); i++) {
            lists.add(list(Keys.keyName(i), columns.get(i).type(), values.apply(Keys.all(i))));
        }
        return table("table({0}) as {1}", DSL.list(lists), Keys.KEYS);
    }

    @Override
    protected Table<?> list(ColumnType type, Object values) {
        return table("table({0}) as {1}", list(VALUE, type, values), name("l"));
    }

    private static QueryPart list(Name column, ColumnType type, Object values) {
        return DSL.sql(
                "{0} {1} = {2}", column, raw(type.databaseType()), Binds.parameter(values, IgniteBinds.listOf(type)));
    }

    /** A UUID of such a table is equal to none in a subselect, unless it is cast there. */
    @Override
    public Condition comparison(Field<Object> column, Comparison comparison) {
        if (comparison.column().type().kind() != ColumnKind.UUID || !LISTED.contains(comparison.operator())) {
            return super.comparison(column, comparison);
        }
        ColumnType text = IgniteTypes.of(ColumnKind.TEXT);
        Condition in = condition(
                "{0} in (select cast({1} as uuid) from {2})",
                column, VALUE, table("table({0}) as {1}", list(VALUE, text, comparison.value()), name("l")));
        return comparison.operator() == Operator.IN ? in : in.not();
    }

    /** A backslash is the escape, which must not be said. */
    @Override
    protected Condition matches(Field<Object> column, Operator operator, Object pattern) {
        Field<Object> parameter = Binds.parameter(pattern, IgniteBinds.PATTERN);
        return operator == Operator.ILIKE
                ? condition("lower({0}) like lower({1})", column, parameter)
                : condition("{0} like {1}", column, parameter);
    }

    @Override
    public Field<Object> aggregate(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        Field<Object> own = IgniteAggregates.of(aggregate, columns);
        return own == null ? super.aggregate(aggregate, columns) : own;
    }

    @Override
    protected String doubleType() {
        return "double";
    }

    @Override
    public boolean comparesRows(ColumnType type) {
        return false;
    }
}
