package dev.dovetail.examples.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One node after the other is killed under load, and comes back. */
final class KilledNodesTest {

    private static final int REQUESTS_PER_SECOND = Integer.getInteger("load.rate", 200);
    private static final long SECONDS_BETWEEN = Integer.getInteger("load.seconds", 10);

    @Test
    void nodes_killedOneAtATime_falsifyAndLoseNothing() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(Path.of("target", "killed"), 3);
                HikariDataSource dataSource = Clients.dataSource(cluster)) {
            Shop.create(dataSource);
            GraphQL service = Shop.service(dataSource);
            isComplete(service);
            Load load = Load.start(service, REQUESTS_PER_SECOND);

            for (int node = 0; node < cluster.size(); node++) {
                keepUnderLoad();
                cluster.kill(node);
                keepUnderLoad();
                Rebalance.await(dataSource, cluster.size() - 1);
                cluster.restart(node);
                Rebalance.await(dataSource, cluster.size());
            }

            Outcomes outcomes = load.end();
            System.out.println("Ignite, 3 nodes killed and restarted one at a time: " + outcomes);
            isComplete(service);
            assertThat(outcomes.wrong()).isEmpty();
            assertThat(outcomes.lost()).isZero();
            assertThat(outcomes.right.sum()).isGreaterThan(outcomes.coded.sum());
        }
    }

    /** The load goes on by itself for a while: with all nodes, and with one less. */
    private static void keepUnderLoad() throws InterruptedException {
        Thread.sleep(SECONDS_BETWEEN * 1000); // the length of the trial, not a wait for something
    }

    /** All customers at once. */
    private static void isComplete(GraphQL service) {
        List<Integer> ids = IntStream.range(0, Shop.CUSTOMERS).boxed().toList();
        ExecutionResult result =
                service.execute(ExecutionInput.newExecutionInput(Shop.QUERY).variables(Map.of("ids", ids)));

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<Map<String, Object>>getData()).isEqualTo(Map.of("visits", Shop.expected(ids)));
    }
}
