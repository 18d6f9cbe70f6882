package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.dialect.Dialect;
import dev.dovetail.jooq.internal.dialect.Fault;
import dev.dovetail.table.Filter;
import dev.dovetail.table.InvalidValueException;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableQuery;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What the failure of a statement means to the ones that asked. */
public final class LookupFailure {

    private final RuntimeException failure;
    private final Fault fault;

    LookupFailure(Dialect dialect, RuntimeException failure) {
        this.failure = failure;
        this.fault = fault(dialect, failure);
    }

    /** What is thrown for a query's failure. */
    RuntimeException of(TableQuery query) {
        if (failure instanceof DatabaseSessionFailure) {
            return failure;
        }
        InvalidValueException refused = refused(failure);
        if (refused != null) {
            return refused;
        }
        if (fault == Fault.TABLE_CHANGED) {
            return new TableChangedException(query.table().name(), failure);
        }
        return fault == Fault.INVALID_VALUE && hasValues(query.rows()) ? new InvalidValueException(failure) : failure;
    }

    /** Whether the same statement, prepared anew, may well succeed. */
    boolean isStalePlan() {
        return fault == Fault.STALE_PLAN;
    }

    /** Whether another statement would fail, too: for want of a connection or of time, or as too much was asked. */
    boolean isFinal() {
        if (failure instanceof DatabaseSessionFailure
                || failure instanceof LimitExceededException
                || failure instanceof CancellationException) {
            return true;
        }
        if (ServerFailure.is(failure)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLTimeoutException) {
                return true;
            }
        }
        return fault == Fault.UNAVAILABLE;
    }

    /** What a parameter could not be made of; jOOQ wraps it, as it sets parameters while it runs a statement. */
    private static @Nullable InvalidValueException refused(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValueException invalid) {
                return invalid;
            }
        }
        return null;
    }

    /** What the database says, whatever a listener of the host's has made of jOOQ's exception; Spring's makes its own. */
    private static Fault fault(Dialect dialect, RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && dialect.faultOf(sql) != Fault.OTHER) {
                return dialect.faultOf(sql);
            }
        }
        return Fault.OTHER;
    }

    private static boolean hasValues(RowSelection rows) {
        return rows.after() != null || rows.before() != null || hasValues(rows.filter());
    }

    private static boolean hasValues(Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.filters().stream().anyMatch(LookupFailure::hasValues);
        }
        if (filter instanceof Filter.Any any) {
            return any.filters().stream().anyMatch(LookupFailure::hasValues);
        }
        if (filter instanceof Filter.Not not) {
            return hasValues(not.filter());
        }
        return filter instanceof Filter.Related related
                ? hasValues(related.filter())
                : filter instanceof Filter.Comparison;
    }
}
