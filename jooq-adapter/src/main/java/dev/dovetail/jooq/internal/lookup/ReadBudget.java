package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.TableRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How much a batch may still read, and how much of it the driver is to fetch at once.
 *
 * <p>Where memory is limited, the driver must not hold much more than that either. It fetches a few results first; then
 * as many as the rest of the memory has room for, if they go on being as large as those before.
 */
public final class ReadBudget {

    private static final int FIRST_FETCH = 32;
    private static final int LARGEST_FETCH = 4_096;

    private final TableRequest request;
    private final boolean metered;
    private final long bytes;
    private long rowsLeft;
    private long bytesLeft;
    private long results;
    private long fetched = FIRST_FETCH;

    ReadBudget(TableRequest request) {
        this.request = request;
        this.metered = isMetered(request);
        this.bytes = request.maxBytes();
        this.rowsLeft = request.maxRows();
        this.bytesLeft = bytes;
    }

    /** Whether results must be fetched a part at a time. */
    static boolean isMetered(TableRequest request) {
        return request.maxBytes() != TableRequest.UNLIMITED;
    }

    /** How many results are to be fetched first; 0 for all of them. */
    static int firstFetch(TableRequest request) {
        return isMetered(request) ? FIRST_FETCH : 0;
    }

    /**
     * A row is about to be read.
     *
     * @throws LimitExceededException if it is one too many
     */
    void spendRow() {
        rowsLeft--;
        if (rowsLeft < 0) {
            throw new LimitExceededException(Limit.ROWS);
        }
    }

    /**
     * Values have been read.
     *
     * @throws LimitExceededException if they are too large
     */
    void spend(@Nullable Object[] values) {
        if (metered) {
            bytesLeft -= MemorySize.of(values);
            if (bytesLeft < 0) {
                throw new LimitExceededException(Limit.BYTES);
            }
        }
    }

    /**
     * A result has been read.
     *
     * @throws java.util.concurrent.CancellationException if more is to be fetched, and the request was cancelled
     */
    void spendResult(ResultSet result) throws SQLException {
        results++;
        if (metered && results == fetched) {
            RunningStatement.check(request);
            int next = nextFetch();
            result.setFetchSize(next);
            fetched += next;
        }
    }

    private int nextFetch() {
        long average = Math.max(1, (bytes - bytesLeft) / results);
        return (int) Math.max(1, Math.min(LARGEST_FETCH, bytesLeft / average));
    }
}
