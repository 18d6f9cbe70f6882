package dev.dovetail.jooq.internal.duckdb;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Fault;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.jooq.internal.standard.StandardDialect;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Operator;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;

/** DuckDB. It joins by reading whole columns, so that its {@code lateral} is no faster than a rank. */
public final class DuckDialect extends StandardDialect {

    private static final Set<Operator> REGEX =
            EnumSet.of(Operator.REGEX, Operator.NREGEX, Operator.IREGEX, Operator.NIREGEX);

    private DuckDialect(ManyKeys manyKeys) {
        super(DuckExpressions.INSTANCE, manyKeys);
    }

    /** With the host's choice among the shapes for many keys. */
    public static Dialect of(UnaryOperator<ManyKeys> strategy) {
        return new DuckDialect(strategy.apply(ManyKeys.RANKED));
    }

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return new DuckCatalog(dsl);
    }

    @Override
    protected ColumnType typeOf(ColumnKind kind) {
        return DuckTypes.of(kind);
    }

    @Override
    public Set<Operator> operators(ColumnType type) {
        Set<Operator> standard = super.operators(type);
        return type.kind() == ColumnKind.TEXT ? union(standard, REGEX) : standard;
    }

    @Override
    public ColumnReader reader(ColumnType type) {
        return DuckReaders.of(type);
    }

    /** And there are no savepoints: a lookup that fails in a transaction of the host's ends it. */
    @Override
    public boolean failureEndsTransaction() {
        return true;
    }

    /** DuckDB has no states, but messages that begin with the kind of the error. */
    @Override
    public Fault faultOf(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String kind = message.substring(0, Math.max(0, message.indexOf(" Error:")));
        return switch (kind) {
            case "Binder", "Catalog" -> Fault.TABLE_CHANGED;
            case "Conversion", "Out of Range", "Invalid Input" -> Fault.INVALID_VALUE;
            case "IO", "Connection", "INTERRUPT" -> Fault.UNAVAILABLE;
            default -> Fault.OTHER;
        };
    }
}
