package dev.dovetail.table.contract;

/** A part of the contract. Tests are inherited, so that each is reported under the name of the database's own class. */
interface Concern {

    /** The database under test. */
    ContractDatabase database();
}
