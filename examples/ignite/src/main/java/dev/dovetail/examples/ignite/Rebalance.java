package dev.dovetail.examples.ignite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** Whether every row is on as many nodes as it should be, which Ignite sees to when nodes come and go. */
final class Rebalance {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Partitions with fewer than two nodes that own them, of the caches that have no group of their own. */
    private static final String INCOMPLETE = """
            select count(*) from sys.cache_groups g
            where g.cache_group_name in ('SQL_PUBLIC_customers', 'SQL_PUBLIC_orders')
            and (select count(*) from sys.partition_states s
                 where s.cache_group_id = g.cache_group_id and s.state = 'OWNING') < 2 * g.partitions_count
            """;

    private static final String NODES = "select count(*) from sys.nodes where is_client = false";

    private Rebalance() {}

    /** Waits until so many nodes hold every row twice. */
    static void await(DataSource dataSource, int nodes) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!isComplete(dataSource, nodes)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The rows are not on " + nodes + " nodes");
            }
            // between two questions to the cluster, which tells clients nothing by itself
            Thread.sleep(200);
        }
    }

    private static boolean isComplete(DataSource dataSource, int nodes) {
        try (Connection connection = dataSource.getConnection()) {
            return number(connection, NODES) == nodes && number(connection, INCOMPLETE) == 0;
        } catch (SQLException e) {
            return false; // the node that was asked has just been killed
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
