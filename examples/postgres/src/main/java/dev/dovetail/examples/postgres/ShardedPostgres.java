package dev.dovetail.examples.postgres;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Several PostgreSQL servers that hold a part of each table, and one in front of them that clients speak to, for as long as
 * this object is open. The one in front has the tables as hash partitions that are foreign tables ({@code postgres_fdw}).
 *
 * <p><b>Thread-safety:</b> thread-safe.
 */
public final class ShardedPostgres implements AutoCloseable {

    private final LocalPostgres coordinator;
    private final List<LocalPostgres> shards;

    private ShardedPostgres(LocalPostgres coordinator, List<LocalPostgres> shards) {
        this.coordinator = coordinator;
        this.shards = List.copyOf(shards);
    }

    /** Starts the servers, without tables. */
    public static ShardedPostgres start(int shards) {
        List<LocalPostgres> started = new ArrayList<>();
        try {
            for (int i = 0; i <= shards; i++) {
                started.add(LocalPostgres.start());
            }
            ShardedPostgres servers = new ShardedPostgres(started.get(0), started.subList(1, started.size()));
            servers.introduce();
            return servers;
        } catch (RuntimeException e) {
            started.forEach(LocalPostgres::close);
            throw e;
        }
    }

    /** Asynchronous, so that the shards of one statement work at the same time. */
    private void introduce() {
        run(coordinator, "create extension postgres_fdw");
        for (int i = 0; i < shards.size(); i++) {
            run(
                    coordinator,
                    "create server " + name(i) + " foreign data wrapper postgres_fdw options (host '127.0.0.1', port '"
                            + URI.create(shards.get(i).jdbcUrl().substring("jdbc:".length()))
                                    .getPort()
                            + "', dbname 'postgres', connect_timeout '10', async_capable 'true', fetch_size '1000', batch_size '1000')",
                    "create user mapping for public server " + name(i) + " options (password_required 'false', user '"
                            + shards.get(i).user() + "')");
        }
    }

    /** The server that clients speak to. */
    public LocalPostgres coordinator() {
        return coordinator;
    }

    /** The servers that hold the rows. */
    public List<LocalPostgres> shards() {
        return shards;
    }

    /** The name by which the coordinator knows the shard at this place; the partition there of table {@code t} is {@code t_<name>}. */
    public String name(int shard) {
        return "shard" + (shard + 1);
    }

    /**
     * Creates a table whose rows are spread by the hash of a key.
     *
     * @param columns as SQL; keys and indexes are the shards'
     * @param key the names of columns, with commas between them
     * @param onShards what else each shard runs, for keys and indexes
     */
    public void create(String table, String columns, String key, String... onShards) {
        run(coordinator, "create table " + table + " (" + columns + ") partition by hash (" + key + ")");
        for (int i = 0; i < shards.size(); i++) {
            run(shards.get(i), "create table " + table + " (" + columns + ")");
            run(shards.get(i), onShards);
            run(
                    coordinator,
                    "create foreign table " + table + "_" + name(i) + " partition of " + table
                            + " for values with (modulus " + shards.size() + ", remainder " + i + ") server " + name(i)
                            + " options (table_name '" + table + "')");
        }
    }

    private static void run(LocalPostgres server, String... sql) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : sql) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops the servers and removes their data. */
    @Override
    public void close() {
        coordinator.close();
        shards.forEach(LocalPostgres::close);
    }
}
