package dev.dovetail.jooq.internal.lookup;

import dev.dovetail.jooq.internal.tree.Tree;
import dev.dovetail.jooq.internal.tree.TreeSql;
import dev.dovetail.table.TableRequest;
import org.jspecify.annotations.Nullable;

/**
 * Decides which branches of a request are answered along with it.
 *
 * @param roundTrip learns from the lookups
 * @param counts learn from the lookups
 */
public record TreeChoice(TreeUse use, RoundTripTime roundTrip, RowCounts counts) {

    /**
     * What a row takes longer in a tree's statement than in its own, with the rows that it is joined to: about half as long
     * again, as both are computed into a table in between, numbered, and carried in wider results. Measured with 3 levels
     * and with siblings: at a round trip of 1 ms, trees take 0.4 to 0.7 of the time up to 1,000 rows, and about as much
     * as levels from 5,000 to 10,000 rows on.
     */
    private static final double NANOS_PER_ROW = 1_000;

    /**
     * Where the database is nearer than this, nobody waits for round trips: each relationship has its statement, however
     * fast or slow the machine happens to be.
     */
    private static final long NEAR_NANOS = 500_000;

    /** Settings in front of the statement, and the end of the transaction that they need. */
    private static final int TRIPS_OF_A_SESSION = 2;

    /** The tree; null if the request is answered alone. */
    @Nullable
    public Tree of(TableRequest request, boolean hasSession, TreeSql sql) {
        if (request.branches().isEmpty() || use == TreeUse.NEVER || ReadBudget.isMetered(request)) {
            return null;
        }
        double worth = use == TreeUse.ALWAYS ? Double.POSITIVE_INFINITY : worth(hasSession);
        return new TreeMaker(request, counts, worth, sql).make();
    }

    /** How many rows cost as much time as is saved by one lookup less. */
    private double worth(boolean hasSession) {
        int trips = hasSession ? 1 + TRIPS_OF_A_SESSION : 1;
        long nanos = roundTrip.nanos();
        return nanos < NEAR_NANOS ? 0 : trips * nanos / NANOS_PER_ROW;
    }
}
