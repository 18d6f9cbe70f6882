package dev.dovetail.jooq;

import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;

/** The contract is kept on H2. */
// spotless:off
// snippet
final class H2ContractTest extends TableSourceContract {

    private static final ContractDatabase H2 = new H2ContractDatabase();

    @Override
    public ContractDatabase database() {
        return H2;
    }
}
// end
// spotless:on
