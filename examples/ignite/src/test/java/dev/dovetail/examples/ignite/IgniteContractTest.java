package dev.dovetail.examples.ignite;

import dev.dovetail.table.contract.ContractDatabase;
import dev.dovetail.table.contract.TableSourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract is kept on Ignite, as far as its SQL goes. */
final class IgniteContractTest extends TableSourceContract {

    private static LocalCluster cluster;
    private static ContractDatabase ignite;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = LocalCluster.start(Path.of("target", "contract"), 3);
        ignite = new IgniteContractDatabase(cluster);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Override
    public ContractDatabase database() {
        return ignite;
    }
}
