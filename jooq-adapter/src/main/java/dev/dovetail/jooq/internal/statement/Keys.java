package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The keys of a batch in SQL: a table of numbered keys, or a single one. */
public final class Keys {

    public static final Name KEYS = name("k");
    public static final Name ORDINAL = name("ord");

    private final List<Column> columns;
    private final Function<Slot, Object> values;
    private final Expressions expressions;
    private final @Nullable Select<?> found;

    /**
     * @param columns the columns that the keys are compared with
     * @param values what there is for a slot
     */
    Keys(List<Column> columns, Function<Slot, Object> values, Expressions expressions) {
        this(columns, values, expressions, null);
    }

    private Keys(
            List<Column> columns, Function<Slot, Object> values, Expressions expressions, @Nullable Select<?> found) {
        this.columns = columns;
        this.values = values;
        this.expressions = expressions;
        this.found = found;
    }

    /**
     * Keys that the statement itself finds.
     *
     * @param found gives {@link #outputs}
     */
    public static Keys of(List<Column> columns, Expressions expressions, Select<?> found) {
        return new Keys(columns, slot -> slot, expressions, found);
    }

    /** The select list of a select that gives keys: the number of each, and its values for the key columns. */
    public static List<SelectField<?>> outputs(Field<Long> ordinal, List<Field<Object>> values) {
        List<SelectField<?>> outputs = new ArrayList<>();
        outputs.add(ordinal.as(ORDINAL));
        for (Field<Object> value : values) {
            outputs.add(value.as(keyName(outputs.size() - 1)));
        }
        return outputs;
    }

    /** All keys, as a table. */
    public Table<?> asTable() {
        return found == null ? expressions.keys(columns, values) : found.asTable(KEYS);
    }

    /** The number of a key in that table, counted from 1. */
    public static Field<Long> ordinal() {
        return field(KEYS.append(ORDINAL), Long.class);
    }

    /**
     * Whether a row of a query's table has the key of that table's row. The servers of a foreign table are asked for rows by
     * what a statement says of its own values alone; keys that it finds in a table, they are not told.
     */
    Condition find(Parts parts) {
        Function<Column, Field<Object>> row = parts.target()::column;
        return found == null && parts.query().table().isForeign() ? match(row).and(matchAny(row)) : match(row);
    }

    /** Whether each column of a row has the value of one of the keys, without that table. */
    private Condition matchAny(Function<Column, Field<Object>> row) {
        Condition match = noCondition();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            match = match.and(expressions.comparison(
                    row.apply(column), new Filter.Comparison(column, Operator.IN, values.apply(all(i)))));
        }
        return match;
    }

    /** Whether a row has the key of that table's row. */
    public Condition match(Function<Column, Field<Object>> row) {
        return match(row, i -> field(KEYS.append(keyName(i)), Object.class));
    }

    /** Whether a row has the first key, without that table. */
    Condition matchFirst(Function<Column, Field<Object>> row) {
        return matchOf(0, row);
    }

    /** Whether a row has the key of this ordinal, counted from 0, without that table. */
    Condition matchOf(int ordinal, Function<Column, Field<Object>> row) {
        return match(row, i -> expressions.value(columns.get(i).type(), values.apply(one(ordinal, i))));
    }

    private Condition match(Function<Column, Field<Object>> row, IntFunction<Field<Object>> key) {
        Condition match = noCondition();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            match = match.and(expressions.compare(column.type(), row.apply(column), "=", key.apply(i)));
        }
        return match;
    }

    /** The values that all keys have for a column. */
    public static Slot all(int position) {
        return inputs -> {
            List<JoinKey> keys = inputs.request().keys();
            List<Object> column = new ArrayList<>(keys.size());
            keys.forEach(key -> column.add(key.value(position)));
            return column;
        };
    }

    private static Slot one(int ordinal, int position) {
        return inputs -> inputs.request().keys().get(ordinal).value(position);
    }

    /** The ordinals of all keys, counted from 1. */
    public static Slot ordinals() {
        return inputs -> LongStream.rangeClosed(1, inputs.request().keys().size())
                .boxed()
                .toList();
    }

    public static Name keyName(int position) {
        return name("k" + position);
    }
}
