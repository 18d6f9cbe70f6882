package dev.dovetail.jooq.internal.statement;

import static org.jooq.impl.DSL.inline;

import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import org.jooq.Field;

/**
 * How many rows are read of one key at most.
 *
 * @param rows the query's number, or {@link TableQuery#ALL_ROWS}
 * @param ofRequest whether they are no more than the request may have, and one more, which shows that there are too many
 */
public record Most(int rows, boolean ofRequest) {

    static final Most ALL = new Most(TableQuery.ALL_ROWS, false);

    boolean isBounded() {
        return rows != TableQuery.ALL_ROWS || ofRequest;
    }

    /** The number for a request. */
    long of(TableRequest request) {
        return ofRequest ? Math.min(rows, Math.max(request.maxRows(), request.maxRows() + 1)) : rows;
    }

    /** Numbers of the host's are part of the text; those of a request are not, for the sake of prepared statements. */
    Field<Long> inSql(Parts parts) {
        return ofRequest ? parts.number(this::of) : inline((long) rows);
    }
}
