package dev.dovetail.table.contract;

/**
 * Proves that a {@link dev.dovetail.table.TableSource} keeps its contract: an adapter's test extends this class, and says
 * in {@link #database()} what is to be tested.
 *
 * <pre>{@code
 * final class H2ContractTest extends TableSourceContract {
 *     private static final ContractDatabase H2 = new H2ContractDatabase();
 *
 *     @Override
 *     public ContractDatabase database() {
 *         return H2;
 *     }
 * }
 * }</pre>
 *
 * <p>The interfaces are what is tested, each one a concern.
 */
public abstract class TableSourceContract
        implements Catalogs,
                KeyKinds,
                TextKeys,
                CompositeKeys,
                InvalidKeys,
                BatchSizes,
                Values,
                Identifiers,
                RowsOfEachKey,
                NullOrders,
                Filters,
                Patterns,
                Aggregates,
                Positions,
                Branches,
                ReadLimits,
                Reports,
                Faults,
                Threads,
                Situations,
                Arguments,
                Connections,
                Access,
                RandomAnswers {

    /** The database under test; called by each test, always the same within one, and for all of them if so wished. */
    @Override
    public abstract ContractDatabase database();
}
