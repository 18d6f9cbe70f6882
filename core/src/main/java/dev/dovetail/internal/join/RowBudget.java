package dev.dovetail.internal.join;

import dev.dovetail.table.TableRequest;
import graphql.GraphQLContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many rows a request may still read.
 *
 * <p><b>Thread-safety:</b> used by all batches of a request, on several threads.
 */
final class RowBudget {

    private final AtomicLong remaining;

    private RowBudget(long rows) {
        this.remaining = new AtomicLong(rows);
    }

    /** The budget of a request, which begins with this number of rows. */
    static RowBudget of(GraphQLContext context, long rows) {
        return context.computeIfAbsent(RowBudget.class, key -> new RowBudget(rows));
    }

    /** Begins anew: a host may execute several requests with one context, and a subscription is one for each event. */
    static void renew(GraphQLContext context) {
        context.delete(RowBudget.class);
    }

    /** Never negative. */
    long remaining() {
        return Math.max(0, remaining.get());
    }

    /** Takes away what a batch has read; false if it was too much, because other batches read at the same time. */
    boolean spend(long rows) {
        return remaining.updateAndGet(left -> left == TableRequest.UNLIMITED ? left : left - rows) >= 0;
    }
}
