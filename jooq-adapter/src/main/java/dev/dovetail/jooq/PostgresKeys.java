package dev.dovetail.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a batch in SQL: one array for each key column, joined as a table with ordinals.
 *
 * <p>One statement text serves every batch size, so the server plans it once, and no number of keys exceeds the bound on
 * parameters. The arrays are cast to the columns' own types: a {@code citext} key without its cast matches nothing, and
 * no error says so.
 */
final class PostgresKeys {

    private static final Name KEYS = name("k");
    private static final Name ORDINAL = name("ord");

    private final List<Column> columns;
    private final Function<Slot, Object> values;
    private final @Nullable Select<?> found;

    /**
     * @param columns the columns that the keys are compared with
     * @param values what there is for a slot
     */
    PostgresKeys(List<Column> columns, Function<Slot, Object> values) {
        this(columns, values, null);
    }

    private PostgresKeys(List<Column> columns, Function<Slot, Object> values, @Nullable Select<?> found) {
        this.columns = columns;
        this.values = values;
        this.found = found;
    }

    /**
     * Keys that the statement itself finds.
     *
     * @param found gives {@link #outputs}
     */
    static PostgresKeys of(List<Column> columns, Select<?> found) {
        return new PostgresKeys(columns, slot -> slot, found);
    }

    /** The select list of a select that gives keys: the number of each, and its values for the key columns. */
    static List<SelectField<?>> outputs(Field<Long> ordinal, List<Field<Object>> values) {
        List<SelectField<?>> outputs = new ArrayList<>();
        outputs.add(ordinal.as(ORDINAL));
        for (Field<Object> value : values) {
            outputs.add(value.as(keyName(outputs.size() - 1)));
        }
        return outputs;
    }

    /** All keys, as a table. */
    Table<?> asTable() {
        return found == null ? sent() : found.asTable(KEYS);
    }

    private Table<?> sent() {
        List<QueryPart> arrays = new ArrayList<>();
        List<QueryPart> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            arrays.add(PostgresBinds.array(columns.get(i).type(), values.apply(all(i))));
            names.add(keyName(i));
        }
        names.add(ORDINAL);
        return table("unnest({0}) with ordinality as {1}({2})", DSL.list(arrays), KEYS, DSL.list(names));
    }

    /** The number of a key in that table, counted from 1. */
    static Field<Long> ordinal() {
        return field(KEYS.append(ORDINAL), Long.class);
    }

    /** Whether a row has the key of that table's row. */
    Condition match(Function<Column, Field<Object>> row) {
        return match(row, i -> field(KEYS.append(keyName(i)), Object.class));
    }

    /** Whether a row has the first key, without that table. */
    Condition matchFirst(Function<Column, Field<Object>> row) {
        return match(row, i -> PostgresBinds.value(columns.get(i).type(), values.apply(first(i))));
    }

    /** Whether a row has one of the keys, which are of one column, without that table. */
    Condition matchAny(Function<Column, Field<Object>> row) {
        Column column = columns.get(0);
        return PostgresComparisons.of(
                row.apply(column), new Filter.Comparison(column, Operator.IN, values.apply(all(0))));
    }

    private Condition match(Function<Column, Field<Object>> row, IntFunction<Field<Object>> key) {
        Condition match = noCondition();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            match = match.and(PostgresComparisons.compare(column.type(), row.apply(column), "=", key.apply(i)));
        }
        return match;
    }

    private static Slot all(int position) {
        return inputs -> {
            List<JoinKey> keys = inputs.request().keys();
            List<Object> column = new ArrayList<>(keys.size());
            keys.forEach(key -> column.add(key.value(position)));
            return column;
        };
    }

    private static Slot first(int position) {
        return inputs -> inputs.request().keys().get(0).value(position);
    }

    private static Name keyName(int position) {
        return name("k" + position);
    }
}
