package dev.dovetail.jooq;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the failure of a statement means to the ones that asked. */
final class LookupFailure {

    /** SQLSTATEs for: no such column, no such table, no such operator or type, wrong type. */
    private static final Set<String> CHANGED = Set.of("42703", "42P01", "42883", "42704", "42804");

    private static final String INVALID_DATA = "22";
    private static final String DIVISION_BY_ZERO = "22012";

    private static final String CONNECTION = "08";
    private static final String INTERVENTION = "57";

    private LookupFailure() {}

    static RuntimeException of(RuntimeException failure, TableQuery query) {
        if (failure instanceof DatabaseSessionFailure) {
            return failure;
        }
        InvalidValueException refused = refused(failure);
        if (refused != null) {
            return refused;
        }
        String state = sqlState(failure);
        if (CHANGED.contains(state)) {
            return new TableChangedException(query.table().name(), failure);
        }
        boolean invalid = state.startsWith(INVALID_DATA) && !state.equals(DIVISION_BY_ZERO);
        return invalid && hasValues(query.rows()) ? new InvalidValueException(failure) : failure;
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

    /** Whether another statement would fail, too: for want of a connection or of time, or as too much was asked. */
    static boolean isFinal(RuntimeException failure) {
        if (failure instanceof DatabaseSessionFailure || failure instanceof LimitExceededException) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLTimeoutException) {
                return true;
            }
        }
        String state = sqlState(failure);
        return state.startsWith(CONNECTION) || state.startsWith(INTERVENTION);
    }

    /** What the database says, whatever a listener of the host's has made of jOOQ's exception; Spring's makes its own. */
    private static String sqlState(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
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
