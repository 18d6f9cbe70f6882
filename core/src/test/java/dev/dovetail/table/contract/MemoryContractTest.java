package dev.dovetail.table.contract;

import java.util.function.UnaryOperator;

/** The contract is kept by loops over lists. */
final class MemoryContractTest extends TableSourceContract {

    private static final ContractDatabase MEMORY = new MemoryDatabase(UnaryOperator.identity());

    @Override
    public ContractDatabase database() {
        return MEMORY;
    }
}
