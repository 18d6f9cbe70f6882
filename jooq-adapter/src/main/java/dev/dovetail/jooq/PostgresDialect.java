package dev.dovetail.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;

/** PostgreSQL, and what speaks like it. */
final class PostgresDialect implements Dialect {

    static final Dialect INSTANCE = new PostgresDialect();

    private PostgresDialect() {}

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return new PostgresCatalog(dsl);
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
    public ResultQuery<?> enter(DSLContext dsl, DatabaseSession session) {
        List<Field<String>> settings = new ArrayList<>();
        session.all()
                .forEach((name, value) -> settings.add(
                        field("pg_catalog.set_config({0}, {1}, true)", String.class, val(name), val(value))));
        return dsl.select(settings);
    }

    @Override
    public Select<?> statement(Shape shape, Function<Slot, Object> values) {
        return new PostgresStatement(shape, values).select();
    }

    @Override
    public QueryPart statement(Tree tree, Function<Slot, Object> values) {
        return new PostgresTree(tree, values).statement();
    }

    @Override
    public boolean answersTrees(DSLContext dsl) {
        return dsl.family() == SQLDialect.POSTGRES;
    }
}
