package dev.dovetail.jooq.internal.postgres;

import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.function.Function;
import org.jooq.QueryPart;

/** Trees in PostgreSQL's SQL. */
public record PostgresTrees(ManyKeys manyKeys) implements TreeSql {

    @Override
    public QueryPart statement(Tree tree, Function<Slot, Object> values) {
        return new PostgresTree(tree, values, manyKeys).statement();
    }

    @Override
    public String type(ColumnType type) {
        return PostgresTypes.named(type).databaseType();
    }

    /** What is read as text has that type, since it may be too large for what it is cast to. */
    @Override
    public String type(Aggregate aggregate) {
        return aggregate.type().kind() == ColumnKind.DOUBLE ? "pg_catalog.text" : type(aggregate.type());
    }

    @Override
    public String mark() {
        return "pg_catalog.bool";
    }
}
