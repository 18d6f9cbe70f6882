package dev.dovetail.examples.ignite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections to a cluster, through whichever nodes are there. */
final class Clients {

    private Clients() {}

    static HikariDataSource dataSource(LocalCluster cluster) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(cluster.jdbcUrl());
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }
}
