package dev.dovetail.examples.ignite;

import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;

/** The contract is kept on Ignite, as far as its SQL goes. */
final class IgniteContractTest extends TableSourceContract {

    private static final ContractDatabase IGNITE = new IgniteContractDatabase(TestCluster.get());

    @Override
    public ContractDatabase database() {
        return IGNITE;
    }
}
