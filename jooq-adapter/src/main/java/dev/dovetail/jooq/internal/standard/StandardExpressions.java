package dev.dovetail.jooq.internal.standard;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;

import dev.dovetail.jooq.internal.statement.BindType;
import dev.dovetail.jooq.internal.statement.Binds;
import dev.dovetail.jooq.internal.statement.Expressions;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Filter.Comparison;
import dev.dovetail.table.Operator;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;

/** Expressions as the standard has them, and hooks for what databases differ in. */
public abstract class StandardExpressions implements Expressions {

    /** The name of the column of a {@link #list}. */
    protected static final Name VALUE = name("v");

    /** Numbers of requests: limits and offsets. */
    protected static final BindType NUMBER = new BindType() {
        @Override
        public String text(Object value) {
            return value.toString();
        }

        @Override
        public void set(java.sql.PreparedStatement statement, int index, Object value) throws java.sql.SQLException {
            statement.setLong(index, (Long) value);
        }
    };

    /** How single values of a type become parameters. */
    protected abstract BindType bind(ColumnType type);

    /**
     * A list of values of a type as a table with the one column {@link #VALUE}, in one parameter.
     *
     * @param values the list, or a slot
     */
    protected abstract Table<?> list(ColumnType type, Object values);

    /** The type of an aggregate that is known by its kind alone, as it stands in a cast. */
    protected String aggregateType(ColumnKind kind) {
        return switch (kind) {
            case BIGINT -> "bigint";
            case DECIMAL -> "decimal(65, 30)";
            default -> doubleType();
        };
    }

    /** The name of the type of doubles, as it stands in a cast. */
    protected String doubleType() {
        return "double precision";
    }

    /** The name of the type of texts of any length, as it stands in a cast. */
    protected String textType() {
        return "varchar";
    }

    @Override
    public Field<Object> value(ColumnType type, Object value) {
        return cast(Binds.parameter(value, bind(type)), type);
    }

    /** A value that a filter compares with: one which the type does not have must be refused, where it is no key. */
    protected Field<Object> operand(ColumnType type, Object value) {
        return value(type, value);
    }

    @Override
    public Field<Long> number(Object number) {
        return field("{0}", Long.class, Binds.parameter(number, NUMBER));
    }

    @Override
    public Condition compare(ColumnType type, Field<Object> column, String symbol, Field<Object> value) {
        return condition("{0} {1} {2}", comparable(type, column), raw(symbol), value);
    }

    @Override
    public Condition comparison(Field<Object> column, Comparison comparison) {
        ColumnType type = comparison.column().type();
        Object value = comparison.value();
        return switch (comparison.operator()) {
            case EQ -> compare(type, column, "=", operand(type, value));
            case NEQ -> compare(type, column, "<>", operand(type, value));
            case GT -> compare(type, column, ">", operand(type, value));
            case GTE -> compare(type, column, ">=", operand(type, value));
            case LT -> compare(type, column, "<", operand(type, value));
            case LTE -> compare(type, column, "<=", operand(type, value));
            case IN -> condition("{0} in ({1})", comparable(type, column), listed(type, value));
            case NIN -> condition("{0} not in ({1})", comparable(type, column), listed(type, value));
            case IS_NULL -> Boolean.TRUE.equals(value) ? column.isNull() : column.isNotNull();
            case LIKE -> matches(column, Operator.LIKE, value);
            case NLIKE -> matches(column, Operator.LIKE, value).not();
            case ILIKE -> matches(column, Operator.ILIKE, value);
            case NILIKE -> matches(column, Operator.ILIKE, value).not();
            case REGEX -> matches(column, Operator.REGEX, value);
            case NREGEX -> matches(column, Operator.REGEX, value).not();
            case IREGEX -> matches(column, Operator.IREGEX, value);
            case NIREGEX -> matches(column, Operator.IREGEX, value).not();
            default -> throw new IllegalArgumentException("The database has no operator " + comparison.operator());
        };
    }

    private Select<?> listed(ColumnType type, Object values) {
        return select(field(VALUE)).from(list(type, values));
    }

    /**
     * Whether a text matches a pattern.
     *
     * @param operator {@link Operator#LIKE}, {@link Operator#ILIKE}, {@link Operator#REGEX} or {@link Operator#IREGEX},
     *     as far as the dialect offers it
     */
    protected Condition matches(Field<Object> column, Operator operator, Object pattern) {
        Field<Object> parameter = Binds.parameter(pattern, LikePattern.BIND);
        return switch (operator) {
            case LIKE -> condition("{0} like {1} escape {2}", column, parameter, inline("\\"));
            case ILIKE -> condition("lower({0}) like lower({1}) escape {2}", column, parameter, inline("\\"));
            default -> throw new IllegalArgumentException("The database has no operator " + operator);
        };
    }

    @Override
    public Field<Object> cast(Field<Object> column, ColumnType type) {
        String name = type.databaseType();
        return cast(column, name.isEmpty() ? aggregateType(type.kind()) : name);
    }

    @Override
    public Field<Object> text(Field<Object> column) {
        return cast(column, textType());
    }

    @Override
    public Field<Object> rounded(Field<Object> aggregate) {
        return cast(aggregate, doubleType());
    }

    protected static Field<Object> cast(Field<Object> value, String type) {
        return field("cast({0} as {1})", Object.class, value, raw(type));
    }

    @Override
    public Field<Object> aggregate(Aggregate aggregate, Function<Column, Field<Object>> columns) {
        return new StandardAggregates(this).of(aggregate, columns);
    }

    @Override
    public boolean comparesRows(ColumnType type) {
        return true;
    }

    @Override
    public boolean hasDistinctOn() {
        return false;
    }
}
