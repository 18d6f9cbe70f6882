package dev.dovetail.jooq;

import dev.dovetail.jooq.servers.MySqlServer;
import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Tag;

/** The contract is kept on MySQL. */
@Tag("mysql")
final class MySqlContractTest extends TableSourceContract {

    private static final ContractDatabase MYSQL =
            new MySqlContractDatabase(MySqlServer.server(), SQLDialect.MYSQL, "&sslMode=DISABLED");

    @Override
    public ContractDatabase database() {
        return MYSQL;
    }
}
