package dev.dovetail.examples.replicas;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.examples.postgres.LocalPostgres;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Three servers: a primary and two streaming standbys, each with a pool of connections. */
final class Cluster implements AutoCloseable {

    private final Node primary;
    private final List<Node> standbys;

    private Cluster(LocalPostgres primary) {
        this.standbys = List.of(Node.of(primary.startStandby()), Node.of(primary.startStandby()));
        this.primary = Node.of(primary);
    }

    static Cluster start() {
        LocalPostgres primary = LocalPostgres.start();
        try {
            return new Cluster(primary);
        } catch (RuntimeException e) {
            primary.close();
            throw e;
        }
    }

    Node primary() {
        return primary;
    }

    Node standby(int number) {
        return standbys.get(number);
    }

    /** The standbys follow as long as the primary is there, so it goes last. */
    @Override
    public void close() {
        standbys.forEach(Node::close);
        primary.close();
    }

    /** One of the servers. */
    record Node(LocalPostgres server, HikariDataSource pool, DSLContext dsl) {

        /** A short wait for a connection: a lookup that gets none goes to another server. */
        static Node of(LocalPostgres server) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(server.dataSource());
            config.setMaximumPoolSize(24);
            config.setConnectionTimeout(500);
            config.setValidationTimeout(250);
            HikariDataSource pool = new HikariDataSource(config);
            return new Node(server, pool, DSL.using(pool, SQLDialect.POSTGRES));
        }

        /** As if the machine was switched off. */
        void kill() {
            server.stop();
        }

        void restart() {
            server.restart();
        }

        void close() {
            pool.close();
            server.close();
        }
    }
}
