package dev.dovetail.jooq.internal.mysql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
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
import dev.dovetail.table.Operator;
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

/** What MySQL's and MariaDB's statements are made of. Keys travel as one document, and become a table by its types. */
final class MySqlExpressions extends StandardExpressions {

    private static final Slot ALL_KEYS = inputs -> inputs.request().keys();

    private final String binary;

    /**
     * @param binary a collation of the character set utf8mb4 by which texts are equal that have the same characters, spaces
     *     at the end included
     */
    MySqlExpressions(String binary) {
        this.binary = binary;
    }

    @Override
    protected BindType bind(ColumnType type) {
        return new MySqlBind(type, false);
    }

    @Override
    public Field<Object> value(ColumnType type, Object value) {
        return parameter(type, Binds.parameter(value, bind(type)));
    }

    @Override
    protected Field<Object> operand(ColumnType type, Object value) {
        return parameter(type, Binds.parameter(value, new MySqlBind(type, true)));
    }

    /** Numbers and texts have the column's type anyway, and find it by its index. */
    private static Field<Object> parameter(ColumnType type, Field<Object> parameter) {
        return switch (type.kind()) {
            case DATE, TIME, TIMESTAMP -> cast(parameter, type.databaseType());
            default -> parameter;
        };
    }

    /** jOOQ writes only parameters as a limit; for anything else it numbers all rows. */
    @Override
    @SuppressWarnings("unchecked") // the database does not ask for the type that Java has
    public Field<Long> number(Object number) {
        return (Field<Long>) (Field<?>) Binds.plain(number, NUMBER);
    }

    /** Any number but zero is true, and an instant is its seconds: as a text it depends on the session's zone. */
    @Override
    public Field<Object> comparable(ColumnType type, Field<Object> column) {
        return switch (type.kind()) {
            case BOOLEAN -> field("({0} <> 0)", Object.class, column);
            case TIMESTAMP_WITH_ZONE -> field("unix_timestamp({0})", Object.class, column);
            default -> column;
        };
    }

    /** Drivers cut floats off, and read dates as their settings say. */
    @Override
    public Field<Object> result(ColumnType type, Field<Object> value) {
        return switch (type.kind()) {
            case BOOLEAN, TIMESTAMP_WITH_ZONE -> comparable(type, value);
            case REAL -> rounded(value);
            case DATE, TIME, TIMESTAMP -> cast(value, "char");
            case SMALLINT ->
                type.databaseType().equals(MySqlTypes.YEAR) ? field("({0} + 0)", Object.class, value) : value;
            case OTHER -> other(type, value);
            default -> value;
        };
    }

    private static Field<Object> other(ColumnType type, Field<Object> value) {
        return switch (type.databaseType()) {
            case MySqlTypes.BIT -> field("bin({0} + 0)", Object.class, value);
            case MySqlTypes.GEOMETRY -> field("st_astext({0})", Object.class, value);
            default -> value;
        };
    }

    @Override
    public Table<?> keys(List<Column> columns, Function<Slot, Object> values) {
        List<QueryPart> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(path(Keys.keyName(i), columns.get(i).type(), "$[" + i + "]"));
        }
        return table(
                "json_table({0}, {1} columns({2} for ordinality, {3})) as {4}",
                Binds.parameter(values.apply(ALL_KEYS), MySqlDocument.ofKeys(columns)),
                inline("$[*]"),
                Keys.ORDINAL,
                DSL.list(parts),
                Keys.KEYS);
    }

    @Override
    protected Table<?> list(ColumnType type, Object values) {
        boolean bytes = type.kind() == ColumnKind.BINARY;
        return table(
                bytes
                        ? "(select from_base64(b.v) {4} from json_table({0}, {1} columns({2})) as b) as {3}"
                        : "json_table({0}, {1} columns({2})) as {3}",
                Binds.parameter(values, MySqlDocument.ofValues(type)),
                inline("$[*]"),
                path(VALUE, type, "$"),
                name("l"),
                VALUE);
    }

    private static QueryPart path(org.jooq.Name name, ColumnType type, String path) {
        return field("{0} {1} path {2}", Object.class, name, raw(MySqlTypes.ofKeys(type)), inline(path));
    }

    /** By characters, not by the column's collation, which may find other letters equal. */
    @Override
    protected Condition matches(Field<Object> column, Operator operator, Object pattern) {
        Field<Object> parameter = Binds.parameter(pattern, MySqlPattern.BIND);
        Field<Object> text = field("convert({0} using utf8mb4)", Object.class, column);
        String template = operator == Operator.LIKE
                ? "{0} collate {2} like {1} escape {3}"
                : "lower({0}) collate {2} like lower({1}) escape {3}";
        return condition(template, text, parameter, raw(binary), inline(String.valueOf(MySqlPattern.ESCAPE)));
    }

    /** A text of another collation; what the character set does not have must not become a question mark. */
    @Override
    public Field<Object> cast(Field<Object> column, ColumnType type) {
        String collation = MySqlText.collation(type);
        if (collation == null) {
            return cast(column, "char");
        }
        return field(
                "(case when convert(convert({0} using {1}) using utf8mb4) = convert({0} using utf8mb4) collate {2}"
                        + " then convert({0} using {1}) end collate {3})",
                Object.class, column, raw(String.valueOf(MySqlText.characterSet(type))), raw(binary), raw(collation));
    }

    @Override
    public Field<Object> text(Field<Object> column) {
        return field("cast({0} as char character set utf8mb4) collate {1}", Object.class, column, raw(binary));
    }

    @Override
    public Field<Object> rounded(Field<Object> aggregate) {
        return field("({0} + 0e0)", Object.class, aggregate);
    }

    @Override
    public Field<Object> aggregate(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        return new MySqlAggregates(this).of(aggregate, columns);
    }

    /** They do, but no index serves that. */
    @Override
    public boolean comparesRows(ColumnType type) {
        return false;
    }

    /** MariaDB would pass over an offset together with the order, which it takes for needless. */
    @Override
    public boolean offsetNeedsLimit() {
        return true;
    }

    /** Nulls are the smallest here. An order that says so is an index's; any other is not. */
    @Override
    public SortField<Object> sorted(RowOrder by, Field<Object> value) {
        boolean last = Expressions.nullsAreLast(by);
        return last == by.descending() ? (last ? value.desc() : value.asc()) : super.sorted(by, value);
    }
}
