package dev.dovetail.jooq;

import dev.dovetail.table.ColumnType;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.TableQuery;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;

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
    public ResultQuery<?> statement(DSLContext dsl, TableQuery query, List<JoinKey> keys) {
        return dsl.resultQuery("{0}", new PostgresStatement(query, keys).select());
    }
}
