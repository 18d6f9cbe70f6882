package dev.dovetail.jooq;

import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;

/** The contract is kept on PostgreSQL. */
final class PostgresContractTest extends TableSourceContract {

    private static final ContractDatabase POSTGRES = new PostgresContractDatabase();

    @Override
    public ContractDatabase database() {
        return POSTGRES;
    }
}
