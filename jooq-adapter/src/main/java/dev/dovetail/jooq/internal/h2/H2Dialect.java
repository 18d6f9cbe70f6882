package dev.dovetail.jooq.internal.h2;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.jooq.internal.standard.StandardDialect;
import dev.dovetail.jooq.internal.statement.ManyKeys;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;

/** H2. It has no {@code lateral}. */
public final class H2Dialect extends StandardDialect {

    private H2Dialect(ManyKeys manyKeys) {
        super(H2Expressions.INSTANCE, manyKeys);
    }

    /** With the host's choice among the shapes for many keys. */
    public static Dialect of(UnaryOperator<ManyKeys> strategy) {
        return new H2Dialect(strategy.apply(ManyKeys.RANKED));
    }

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return new H2Catalog(dsl);
    }

    @Override
    protected ColumnType typeOf(ColumnKind kind) {
        return H2Types.of(kind);
    }
}
