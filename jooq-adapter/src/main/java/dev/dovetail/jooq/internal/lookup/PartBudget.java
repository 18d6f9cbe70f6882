package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import org.jspecify.annotations.Nullable;

/** What is left of a request's limits for its next part. Not thread-safe. */
public final class PartBudget {

    private long rows;
    private long bytes;

    PartBudget(TableRequest request) {
        this.rows = request.maxRows();
        this.bytes = request.maxBytes();
    }

    /** A part of the request, within what is left. */
    TableRequest rest(TableRequest part) {
        return part.within(rows, bytes);
    }

    /** Takes away what a part has read, which was no more than was left. */
    void spend(TableRows found) {
        if (rows != TableRequest.UNLIMITED) {
            rows -= found.count();
        }
        if (bytes != TableRequest.UNLIMITED) {
            bytes -= sizeOf(found);
        }
    }

    private static long sizeOf(TableRows found) {
        long size = 0;
        for (int ordinal = 0; ordinal < found.keys(); ordinal++) {
            for (@Nullable Object[] row : found.of(ordinal)) {
                size += MemorySize.of(row);
            }
            @Nullable Object @Nullable [] aggregates = found.aggregatesOf(ordinal);
            size += aggregates == null ? 0 : MemorySize.of(aggregates);
        }
        return size;
    }
}
