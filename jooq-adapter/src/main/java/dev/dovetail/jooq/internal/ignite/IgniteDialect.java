package dev.dovetail.jooq.internal.ignite;

import dev.dovetail.jooq.internal.dialect.ColumnReader;
import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Fault;
import dev.dovetail.jooq.internal.dialect.Piece;
import dev.dovetail.jooq.internal.dialect.TableCatalog;
import dev.dovetail.jooq.internal.standard.StandardDialect;
import dev.dovetail.jooq.internal.statement.Shape;
import dev.dovetail.jooq.internal.statement.Slot;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.ColumnType;
import dev.dovetail.table.Feature;
import dev.dovetail.table.Operator;
import dev.dovetail.table.TableRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Select;

/**
 * Apache Ignite 2 by its default SQL engine, which is made of H2 1.4. It has neither {@code lateral} nor window functions,
 * and a statement with several tables sees only those rows of the others that are on the same node.
 */
public final class IgniteDialect extends StandardDialect {

    private static final String PARSING = "42000";
    private static final String INTERNAL = "50000";

    private IgniteDialect() {
        super(IgniteExpressions.INSTANCE, new IgniteRows());
    }

    /** There is no choice among shapes. */
    public static Dialect create() {
        return new IgniteDialect();
    }

    @Override
    public TableCatalog catalog(DSLContext dsl) {
        return new IgniteCatalog(dsl);
    }

    @Override
    protected ColumnType typeOf(ColumnKind kind) {
        return IgniteTypes.of(kind);
    }

    /** Ignite compares the halves of UUIDs as signed numbers. */
    @Override
    public Set<Operator> operators(ColumnType type) {
        return type.kind() == ColumnKind.UUID ? Operator.EQUALITY : super.operators(type);
    }

    @Override
    public Set<Feature> unsupported() {
        return IgniteRefusals.UNSUPPORTED;
    }

    @Override
    public List<Piece> pieces(TableRequest request) {
        return IgnitePieces.of(request);
    }

    @Override
    public int namedKeys(TableRequest request) {
        return IgnitePieces.namesKeys(request.query()) ? request.keys().size() : 0;
    }

    @Override
    public Select<?> statement(Shape shape, Function<Slot, Object> values) {
        IgniteRefusals.check(shape.query());
        return super.statement(shape, values);
    }

    @Override
    public ColumnReader reader(ColumnType type) {
        return IgniteReaders.of(type);
    }

    /** Almost everything that fails has one of two states. */
    @Override
    public Fault faultOf(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String state = String.valueOf(failure.getSQLState());
        if (message.contains("Data conversion error") || message.contains("Numeric value out of range")) {
            return Fault.INVALID_VALUE;
        }
        if ((state.equals(PARSING) || state.equals(INTERNAL)) && message.contains(" not found")) {
            return Fault.TABLE_CHANGED;
        }
        return state.equals(PARSING) || state.equals(INTERNAL) ? Fault.OTHER : Fault.ofState(failure.getSQLState());
    }
}
