package dev.dovetail.jooq;

import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;

/** The contract is kept on DuckDB. */
final class DuckContractTest extends TableSourceContract {

    private static final ContractDatabase DUCK = new DuckContractDatabase();

    @Override
    public ContractDatabase database() {
        return DUCK;
    }
}
