package dev.dovetail.jooq.internal.duckdb;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.standard.LikePattern;
import dev.dovetail.jooq.internal.standard.StandardExpressions;
import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.jooq.internal.statement.Binds;
import dev.dovetail.jooq.internal.statement.Expressions;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What DuckDB's statements are made of. Keys travel as documents of texts, one for each key column. */
final class DuckExpressions extends StandardExpressions {

    static final Expressions INSTANCE = new DuckExpressions();

    private DuckExpressions() {}

    @Override
    protected BindType bind(ColumnType type) {
        return new DuckValues(type);
    }

    @Override
    public Field<Object> value(ColumnType type, Object value) {
        Field<Object> text = Binds.parameter(value, bind(type));
        return type.kind() == ColumnKind.BINARY
                ? field("from_base64({0})", Object.class, text)
                : cast(text, DuckNumbers.name(type));
    }

    @Override
    public Table<?> keys(List<Column> columns, Function<Slot, Object> values) {
        List<QueryPart> lists = new ArrayList<>();
        List<QueryPart> elements = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Name list = name("l" + i);
            lists.add(sql("{0} as {1}", listOf(columns.get(i).type(), values.apply(Keys.all(i))), list));
            elements.add(sql("unnest({0}) as {1}", list, Keys.keyName(i)));
        }
        return table(
                "(select generate_subscripts({0}, 1) as {1}, {2} from (select {3}) as {4}) as {5}",
                name("l0"), Keys.ORDINAL, DSL.list(elements), DSL.list(lists), name("l"), Keys.KEYS);
    }

    @Override
    protected Table<?> list(ColumnType type, Object values) {
        return table("(select unnest({0}) as {1}) as {2}", listOf(type, values), VALUE, name("l"));
    }

    private static Field<Object> listOf(ColumnType type, Object values) {
        Field<Object> texts =
                field("from_json({0}, '[\"VARCHAR\"]')", Object.class, Binds.parameter(values, DuckValues.list(type)));
        return type.kind() == ColumnKind.BINARY
                ? field("list_transform({0}, lambda x: from_base64(x))", Object.class, texts)
                : cast(texts, DuckNumbers.name(type) + "[]");
    }

    @Override
    protected Condition matches(Field<Object> column, Operator operator, Object pattern) {
        return switch (operator) {
            case ILIKE ->
                condition("{0} ilike {1} escape {2}", column, Binds.parameter(pattern, LikePattern.BIND), inline("\\"));
            case REGEX -> condition("regexp_matches({0}, {1})", column, Binds.parameter(pattern, Object::toString));
            case IREGEX ->
                condition("regexp_matches({0}, {1}, 'i')", column, Binds.parameter(pattern, Object::toString));
            default -> super.matches(column, operator, pattern);
        };
    }

    @Override
    protected String doubleType() {
        return "double";
    }

    /** The sum of integers is wider than what rows carry of it. */
    @Override
    public Field<Object> aggregate(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        if (aggregate.type().kind() == ColumnKind.TIME_WITH_ZONE) {
            return first(aggregate, columns);
        }
        Field<Object> value = super.aggregate(aggregate, columns);
        boolean narrow = aggregate.function() == AggregateFunction.SUM
                && aggregate.type().kind() == ColumnKind.BIGINT;
        return narrow ? cast(value, "bigint") : value;
    }

    /** Times with a zone compare by the instant, except in {@code min} and {@code max}. */
    private static Field<Object> first(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        boolean descending = aggregate.function() == AggregateFunction.MAX;
        return field(
                "first({0} order by {0} {1} nulls last)",
                Object.class, columns.apply(aggregate.columns().get(0)), raw(descending ? "desc" : "asc"));
    }

    /** Rows compare as structures, which may have nulls in them. */
    @Override
    public boolean comparesRows(ColumnType type) {
        return false;
    }

    @Override
    public boolean hasDistinctOn() {
        return true;
    }
}
