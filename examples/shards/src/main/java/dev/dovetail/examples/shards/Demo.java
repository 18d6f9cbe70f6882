package dev.dovetail.examples.shards;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.PrintStream;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** Shows a query, what the shards are asked for it, and its answer while one of them is down. */
final class Demo {

    private static final int KILLED = 1;

    private final Shop shop;
    private final PrintStream out;

    Demo(Shop shop, PrintStream out) {
        this.shop = shop;
        this.out = out;
    }

    void run() {
        List<Integer> ids = shop.someOfEach(1);
        out.println("\n== A query for one customer of each shard: " + ids + "\n\n" + Service.QUERY + "\n");
        print(new Service(explained()).customers(ids));
        String name = shop.servers().name(KILLED);
        out.println("\n== The same, " + name + " having been killed\n");
        shop.servers().shards().get(KILLED).stop();
        DSLContext plain = DSL.using(shop.servers().coordinator().dataSource(), SQLDialect.POSTGRES);
        print(new Service(plain).customers(ids));
        out.println("\n== The same, " + name + " having been started again\n");
        shop.servers().shards().get(KILLED).restart();
        print(new Service(plain).customers(ids));
    }

    /** On connections that tell the plans of their statements. */
    private DSLContext explained() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(shop.servers().coordinator().jdbcUrl());
        dataSource.setUser(shop.servers().coordinator().user());
        dataSource.setOptions("-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0"
                + " -c auto_explain.log_verbose=on -c auto_explain.log_level=notice");
        return DSL.using(
                DSL.using(dataSource, SQLDialect.POSTGRES).configuration().derive(new PlanPrinter(out)));
    }

    private void print(ExecutionResult result) {
        Service.customersIn(result).forEach(out::println);
        for (GraphQLError error : result.getErrors()) {
            out.println("error at " + error.getPath() + ": " + error.getMessage() + " " + error.getExtensions());
        }
    }
}
