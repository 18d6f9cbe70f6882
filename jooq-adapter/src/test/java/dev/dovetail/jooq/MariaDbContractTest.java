package dev.dovetail.jooq;

import dev.dovetail.jooq.servers.MariaDbServer;
import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;

/** The contract is kept on MariaDB. */
@Tag("mariadb")
final class MariaDbContractTest extends TableSourceContract {

    private static final ContractDatabase MARIADB =
            new MySqlContractDatabase(MariaDbServer.server(), SQLDialect.MARIADB, "");

    @Override
    public ContractDatabase database() {
        return MARIADB;
    }
}
