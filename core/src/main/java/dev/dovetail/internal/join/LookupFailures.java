package dev.dovetail.internal.join;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.internal.failure.FieldFailure;
import dev.dovetail.internal.model.Join;
import dev.dovetail.table.InvalidValueException;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableRows;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to clients that a lookup failed, once for all parents, and to the log why. */
final class LookupFailures {

    private static final Logger LOG = LoggerFactory.getLogger(LookupFailures.class);

    private LookupFailures() {}

    /** What the fields of a request show that was cancelled, if they are shown at all. */
    static FieldFailure cancelled(Join join, Throwable cause) {
        LOG.debug("Relationship {}: the request was cancelled", join, cause);
        return new FieldFailure(
                ErrorCode.TABLE_LOOKUP_FAILED,
                "The lookup of relationship " + join + " was given up: the request was cancelled");
    }

    /**
     * What the fields show.
     *
     * @param keys how many were looked up
     */
    static FieldFailure of(Join join, int keys, Throwable cause) {
        if (cause instanceof LimitExceededException exceeded) {
            LOG.warn("Relationship {}: {}", join, exceeded.getMessage());
            return exceeded.limit() == Limit.ROWS
                    ? new FieldFailure(
                            ErrorCode.ROW_LIMIT_EXCEEDED,
                            "Relationship " + join + " has more rows than a request may read")
                    : new FieldFailure(
                            ErrorCode.MEMORY_LIMIT_EXCEEDED,
                            "The rows of relationship " + join + " take more memory than they may");
        }
        if (cause instanceof InvalidValueException) {
            LOG.debug("Relationship {}: {}", join, cause.getMessage(), cause);
            return new FieldFailure(
                    ErrorCode.ARGUMENT_INVALID,
                    "An argument of relationship " + join + " has a value that the database does not take");
        }
        LOG.error(
                "Relationship {}: the lookup of {} key(s) in {} failed",
                join,
                keys,
                join.target().table(),
                cause);
        return cause instanceof TableChangedException
                ? new FieldFailure(ErrorCode.TABLE_CHANGED, "The table of relationship " + join + " has changed")
                : lookupFailed(join);
    }

    /** What the fields show whose keys have no rows to be had, though others of the batch do. */
    static FieldFailure ofSome(Join join, TableRows rows) {
        LOG.error(
                "Relationship {}: the lookup of {} of {} key(s) in {} failed",
                join,
                rows.failures(),
                rows.keys(),
                join.target().table(),
                firstCause(rows));
        return lookupFailed(join);
    }

    private static @Nullable Throwable firstCause(TableRows rows) {
        return IntStream.range(0, rows.keys())
                .mapToObj(rows::failureOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static FieldFailure lookupFailed(Join join) {
        return new FieldFailure(ErrorCode.TABLE_LOOKUP_FAILED, "The lookup of relationship " + join + " failed");
    }
}
