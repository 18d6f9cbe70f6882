package dev.dovetail.jooq.internal.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Servers;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.jooq.internal.statement.BatchStatement;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.jooq.internal.statement.Parts;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectQuery;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, and what speaks like it. */
public final class PostgresDialect implements Dialect {

    private final ManyKeys manyKeys;
    private final @Nullable TreeSql trees;

    private PostgresDialect(UnaryOperator<ManyKeys> strategy, boolean withTrees) {
        this.manyKeys = strategy.apply(PostgresDialect::byIndex);
        this.trees = withTrees ? new PostgresTrees(manyKeys) : null;
    }

    /** PostgreSQL itself. */
    public static Dialect postgres(UnaryOperator<ManyKeys> strategy) {
        return new PostgresDialect(strategy, true);
    }

    /** A database that has PostgreSQL's SQL, but perhaps not its costs. */
    public static Dialect alike(UnaryOperator<ManyKeys> strategy) {
        return new PostgresDialect(strategy, false);
    }

    /** The servers of a foreign table may compute the aggregates of their own rows, if these are grouped by the key. */
    private static SelectQuery<?> byIndex(Parts parts, Keys keys, Shape shape) {
        boolean grouped = parts.query().table().isForeign() || (shape.many() && parts.isIndexed());
        if (grouped && PostgresGroups.suit(parts)) {
            return new PostgresGroups(parts, keys).select();
        }
        return (parts.isIndexed() ? ManyKeys.LATERAL : ManyKeys.RANKED).select(parts, keys, shape);
    }

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return new PostgresCatalog(dsl);
    }

    @Override
    public ColumnType typeOf(DataType<?> type) {
        return PostgresGeneratedTypes.of(type);
    }

    @Override
    public ColumnReader reader(ColumnType type) {
        return PostgresReaders.of(type);
    }

    @Override
    public ColumnReader reader(Aggregate aggregate) {
        ColumnType type = aggregate.type();
        return type.kind() == ColumnKind.DOUBLE ? PostgresReaders.ofNumber() : PostgresReaders.of(type);
    }

    @Override
    public Set<Operator> operators(ColumnType type) {
        return PostgresOperators.of(type);
    }

    @Override
    public Select<?> statement(Shape shape, Function<Slot, Object> values) {
        return new BatchStatement(shape, values, PostgresExpressions.INSTANCE, manyKeys).select();
    }

    @Override
    public @Nullable TreeSql trees() {
        return trees;
    }

    @Override
    public Servers servers() {
        return PostgresServers.INSTANCE;
    }

    @Override
    public ResultQuery<?> enter(DSLContext dsl, Map<String, String> settings) {
        List<Field<String>> fields = new ArrayList<>();
        settings.forEach((name, value) ->
                fields.add(field("pg_catalog.set_config({0}, {1}, true)", String.class, val(name), val(value))));
        return dsl.select(fields);
    }

    @Override
    public boolean failureEndsTransaction() {
        return true;
    }

    @Override
    public boolean fetchesInTransaction() {
        return true;
    }
}
