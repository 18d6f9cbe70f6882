package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.table;

import dev.dovetail.jooq.internal.statement.Expressions;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter;
import dev.dovetail.table.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What PostgreSQL's statements are made of. */
public final class PostgresExpressions implements Expressions {

    static final Expressions INSTANCE = new PostgresExpressions();

    private PostgresExpressions() {}

    @Override
    public Field<Object> value(ColumnType type, Object value) {
        return PostgresBinds.value(PostgresTypes.named(type), value);
    }

    @Override
    public Field<Long> number(Object number) {
        return PostgresBinds.number(number);
    }

    /**
     * One array for each key column. The arrays are cast to the columns' own types: a {@code citext} key without its cast
     * matches nothing, and no error says so.
     */
    @Override
    public Table<?> keys(List<Column> columns, Function<Slot, Object> values) {
        List<QueryPart> arrays = new ArrayList<>();
        List<QueryPart> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            arrays.add(PostgresBinds.array(columns.get(i).type(), values.apply(Keys.all(i))));
            names.add(Keys.keyName(i));
        }
        names.add(Keys.ORDINAL);
        return table("unnest({0}) with ordinality as {1}({2})", DSL.list(arrays), Keys.KEYS, DSL.list(names));
    }

    @Override
    public Condition compare(ColumnType type, Field<Object> column, String symbol, Field<Object> value) {
        return PostgresComparisons.compare(PostgresTypes.named(type), column, symbol, value);
    }

    @Override
    public Condition comparison(Field<Object> column, Filter.Comparison comparison) {
        return PostgresComparisons.of(column, comparison);
    }

    @Override
    public Field<Object> comparable(ColumnType type, Field<Object> column) {
        return PostgresComparisons.comparable(PostgresTypes.named(type), column);
    }

    @Override
    public Field<Object> cast(Field<Object> column, ColumnType type) {
        return cast(column, type.databaseType());
    }

    @Override
    public Field<Object> text(Field<Object> column) {
        return cast(column, "pg_catalog.text");
    }

    @Override
    public Field<Object> rounded(Field<Object> aggregate) {
        return cast(aggregate, "pg_catalog.float8");
    }

    @Override
    public Field<Object> aggregate(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        return PostgresAggregates.of(aggregate, columns);
    }

    /** Operators on citext cannot be named by their symbols alone. */
    @Override
    public boolean comparesRows(ColumnType type) {
        return !PostgresTypes.isCitext(type);
    }

    @Override
    public boolean hasDistinctOn() {
        return true;
    }

    @Override
    public Condition check(dev.dovetail.table.Table table, Filter filter) {
        return PostgresPatterns.check(table, filter);
    }

    /** As an index has it: the server's own default is Dovetail's. */
    @Override
    public SortField<Object> sorted(RowOrder by, Field<Object> value) {
        SortField<Object> sorted = by.descending() ? value.desc() : value.asc();
        return switch (by.nulls()) {
            case DEFAULT -> sorted;
            case FIRST -> sorted.nullsFirst();
            case LAST -> sorted.nullsLast();
        };
    }

    private static Field<Object> cast(Field<Object> value, String type) {
        return field("cast({0} as {1})", Object.class, value, raw(type));
    }
}
