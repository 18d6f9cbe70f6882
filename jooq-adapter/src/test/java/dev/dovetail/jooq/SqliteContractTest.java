package dev.dovetail.jooq;

import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;

/** The contract is kept on SQLite. */
final class SqliteContractTest extends TableSourceContract {

    private static final ContractDatabase SQLITE = new SqliteContractDatabase();

    @Override
    public ContractDatabase database() {
        return SQLITE;
    }
}
