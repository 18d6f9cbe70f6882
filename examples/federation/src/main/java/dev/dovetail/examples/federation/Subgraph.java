package dev.dovetail.examples.federation;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.examples.postgres.LocalPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** A subgraph on this machine, with a PostgreSQL of its own. */
public final class Subgraph implements AutoCloseable {

    private final LocalPostgres postgres = LocalPostgres.start();
    private final HikariDataSource pool = new HikariDataSource();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    private Subgraph(int port, ExecuteListener... listeners) throws IOException {
        pool.setDataSource(postgres.dataSource());
        pool.setMaximumPoolSize(4);
        DSLContext dsl = DSL.using(
                new DefaultConfiguration().set(pool).set(SQLDialect.POSTGRES).derive(listeners));
        dsl.execute(resource("/shop.sql"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/graphql", new Endpoint(SubgraphSchema.graphQL(resource("/shop.graphqls"), Joins.of(dsl))));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts it.
     *
     * @param port or 0 for a free one
     * @param listeners are told of its statements
     */
    static Subgraph start(int port, ExecuteListener... listeners) throws IOException {
        return new Subgraph(port, listeners);
    }

    /** Starts it on port 4001, and leaves it running until somebody ends the process. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("The subgraph is at " + start(4001).uri());
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Subgraph.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        pool.close();
        postgres.close();
    }
}
