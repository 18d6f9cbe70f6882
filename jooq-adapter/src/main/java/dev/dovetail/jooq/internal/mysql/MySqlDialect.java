package dev.dovetail.jooq.internal.mysql;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Fault;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.jooq.internal.standard.StandardDialect;
import dev.dovetail.jooq.internal.statement.Keys;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.jooq.internal.statement.Parts;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.SelectQuery;

/** MySQL from 8.0.17 on, and MariaDB from 10.6 on, which has no {@code lateral}. */
public final class MySqlDialect extends StandardDialect {

    private final Function<DSLContext, TableCatalog> catalog;

    private MySqlDialect(String binary, ManyKeys manyKeys, Function<DSLContext, TableCatalog> catalog) {
        super(new MySqlExpressions(binary), manyKeys);
        this.catalog = catalog;
    }

    /** MySQL, with the host's choice among the shapes for many keys. */
    public static Dialect mySql(UnaryOperator<ManyKeys> strategy) {
        return new MySqlDialect("utf8mb4_0900_bin", strategy.apply(MySqlDialect::byIndex), MySqlCatalog::new);
    }

    /** MariaDB, with the host's choice among the shapes for many keys. */
    public static Dialect mariaDb(UnaryOperator<ManyKeys> strategy) {
        return new MySqlDialect("utf8mb4_nopad_bin", strategy.apply(ManyKeys.RANKED), MariaDbCatalog::new);
    }

    private static SelectQuery<?> byIndex(Parts parts, Keys keys, Shape shape) {
        return (parts.isIndexed() ? ManyKeys.LATERAL : ManyKeys.RANKED).select(parts, keys, shape);
    }

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return catalog.apply(dsl);
    }

    /** jOOQ has doubles for floats. */
    @Override
    public ColumnType typeOf(DataType<?> type) {
        return type.getTypeName().equals("float") ? MySqlTypes.of(ColumnKind.REAL) : super.typeOf(type);
    }

    @Override
    protected ColumnType typeOf(ColumnKind kind) {
        return MySqlTypes.of(kind);
    }

    @Override
    public ColumnReader reader(ColumnType type) {
        return MySqlReaders.of(type);
    }

    @Override
    public Fault faultOf(SQLException failure) {
        return MySqlFaults.of(failure);
    }
}
