package dev.dovetail.jooq.internal.standard;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.statement.BatchStatement;
import dev.dovetail.jooq.internal.statement.Expressions;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Select;

/** A dialect that keeps to the standard, as far as it does not say otherwise. */
public abstract class StandardDialect implements Dialect {

    private static final Set<Operator> TEXT =
            union(Operator.COMPARISON, EnumSet.of(Operator.LIKE, Operator.NLIKE, Operator.ILIKE, Operator.NILIKE));

    private final Expressions expressions;
    private final ManyKeys manyKeys;

    protected StandardDialect(Expressions expressions, ManyKeys manyKeys) {
        this.expressions = expressions;
        this.manyKeys = manyKeys;
    }

    /** The type of generated columns of a kind. */
    protected abstract ColumnType typeOf(ColumnKind kind);

    @Override
    public Set<Operator> operators(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> TEXT;
            case BOOLEAN, ENUM, BINARY -> Operator.EQUALITY;
            case JSON, ARRAY, OTHER -> Set.of(Operator.IS_NULL);
            default -> Operator.COMPARISON;
        };
    }

    protected static Set<Operator> union(Set<Operator> some, Set<Operator> others) {
        EnumSet<Operator> all = EnumSet.copyOf(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    @Override
    public Select<?> statement(Shape shape, Function<Slot, Object> values) {
        return new BatchStatement(shape, values, expressions, manyKeys).select();
    }

    @Override
    public ColumnReader reader(ColumnType type) {
        return StandardReaders.of(type);
    }

    @Override
    public ColumnReader reader(Aggregate aggregate) {
        return reader(aggregate.type());
    }

    /** By the Java class, before any converter of the host's. */
    @Override
    public ColumnType typeOf(DataType<?> type) {
        return typeOf(GeneratedKinds.of(type.getFromType()));
    }
}
