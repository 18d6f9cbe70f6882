package dev.dovetail.jooq.internal.sqlite;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Fault;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.jooq.internal.standard.StandardDialect;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;

/** SQLite. It has no {@code lateral}, but looks rows up by their primary key within its own process. */
public final class SqliteDialect extends StandardDialect {

    private SqliteDialect(ManyKeys manyKeys) {
        super(SqliteExpressions.INSTANCE, manyKeys);
    }

    /** With the host's choice among the shapes for many keys. */
    public static Dialect of(UnaryOperator<ManyKeys> strategy) {
        return new SqliteDialect(strategy.apply(ManyKeys.PICKED));
    }

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return new SqliteCatalog(dsl);
    }

    @Override
    protected ColumnType typeOf(ColumnKind kind) {
        return SqliteTypes.of(kind);
    }

    @Override
    public ColumnReader reader(ColumnType type) {
        return SqliteReaders.of(type);
    }

    @Override
    public ColumnReader reader(Aggregate aggregate) {
        boolean listed = aggregate.function() == AggregateFunction.SUM
                && aggregate.distinct()
                && SqliteSums.isSum(aggregate.type());
        return listed ? SqliteSums::ofList : super.reader(aggregate);
    }

    @Override
    public Fault faultOf(SQLException failure) {
        return SqliteFaults.of(failure);
    }
}
