package dev.dovetail.jooq.internal.sqlite;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
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
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What SQLite's statements are made of. Keys travel as one document. Values are not cast: a parameter has no type but
 * that of the column that it is compared with, and a cast would take that away.
 */
final class SqliteExpressions extends StandardExpressions {

    static final Expressions INSTANCE = new SqliteExpressions();

    private SqliteExpressions() {}

    @Override
    protected BindType bind(ColumnType type) {
        return SqliteValues.one(type);
    }

    @Override
    public Field<Object> value(ColumnType type, Object value) {
        return Binds.parameter(value, bind(type));
    }

    @Override
    public Table<?> keys(List<Column> columns, Function<Slot, Object> values) {
        return columns.size() == 1
                ? table(
                        "(select key + 1 as {0}, value as {1} from json_each({2})) as {3}",
                        Keys.ORDINAL,
                        Keys.keyName(0),
                        Binds.parameter(
                                values.apply(Keys.all(0)),
                                SqliteValues.list(columns.get(0).type())),
                        Keys.KEYS)
                : compositeKeys(columns, values);
    }

    private static Table<?> compositeKeys(List<Column> columns, Function<Slot, Object> values) {
        Slot rows = inputs -> inputs.request().keys().stream()
                .map(key -> row(key, columns.size()))
                .toList();
        List<QueryPart> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(DSL.sql("json_extract(value, {0}) as {1}", inline("$[" + i + "]"), Keys.keyName(i)));
        }
        List<ColumnType> types = columns.stream().map(Column::type).toList();
        return table(
                "(select key + 1 as {0}, {1} from json_each({2})) as {3}",
                Keys.ORDINAL,
                DSL.list(parts),
                Binds.parameter(values.apply(rows), SqliteValues.rows(types)),
                Keys.KEYS);
    }

    private static List<Object> row(JoinKey key, int columns) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            row.add(key.value(i));
        }
        return row;
    }

    @Override
    protected Table<?> list(ColumnType type, Object values) {
        Field<Object> document = Binds.parameter(values, SqliteValues.list(type));
        return type.kind() == ColumnKind.BINARY
                ? table("(select unhex(value) as {0} from json_each({1})) as {2}", VALUE, document, name("l"))
                : table("(select value as {0} from json_each({1})) as {2}", VALUE, document, name("l"));
    }

    /** Times may be written with more zeros at the end, and with a T between date and time. */
    @Override
    public Field<Object> comparable(ColumnType type, Field<Object> column) {
        return switch (type.kind()) {
            case TIME, TIMESTAMP ->
                field(
                        "rtrim(rtrim(replace({0}, 'T', ' ') || case when instr({0}, '.') then '' else '.' end, '0'), '.')",
                        Object.class, column);
            default -> column;
        };
    }

    /** {@code ilike} knows the letters of ASCII alone, as all of SQLite does. */
    @Override
    protected Condition matches(Field<Object> column, Operator operator, Object pattern) {
        return operator == Operator.LIKE
                ? condition("{0} glob {1}", column, Binds.parameter(pattern, GlobPattern.BIND))
                : super.matches(column, operator, pattern);
    }

    @Override
    protected String doubleType() {
        return "real";
    }

    @Override
    protected String textType() {
        return "text";
    }

    /** Only texts are cast to each other, and by their collation the column alone compares. */
    @Override
    public Field<Object> cast(Field<Object> column, ColumnType type) {
        return cast(column, SqliteTypes.of(type.kind()).databaseType());
    }

    @Override
    public Field<Object> aggregate(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        return SqliteAggregates.of(
                aggregate, aggregate.columns().stream().map(columns).toList());
    }
}
