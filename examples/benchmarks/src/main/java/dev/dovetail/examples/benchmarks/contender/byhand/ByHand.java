package dev.dovetail.examples.benchmarks.contender.byhand;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.byhand.Loaders.PostsKey;
import dev.dovetail.examples.benchmarks.contender.graphql.GraphQlContender;
import dev.dovetail.examples.benchmarks.contender.graphql.Schemas;
import dev.dovetail.examples.benchmarks.contender.jooq.Batches;
import dev.dovetail.examples.benchmarks.contender.jooq.Order;
import dev.dovetail.examples.benchmarks.contender.jooq.StockKey;
import dev.dovetail.examples.benchmarks.contender.jooq.User;
import dev.dovetail.examples.benchmarks.request.Actions.ForumKey;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import dev.dovetail.examples.benchmarks.request.Actions.Report;
import dev.dovetail.examples.benchmarks.request.Actions.Sensor;
import dev.dovetail.examples.benchmarks.request.Actions.Shelf;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A data loader for each relationship, with a query of its own. */
public final class ByHand {

    private ByHand() {}

    /** Creates the contender. */
    public static Contender on(DataSource database) {
        Loaders loaders = new Loaders(new Batches(DSL.using(database, SQLDialect.POSTGRES)));
        return new GraphQlContender(Schemas.with(wiring()), loaders::registry);
    }

    private static RuntimeWiring.Builder wiring() {
        return Schemas.wiring()
                .type(
                        "Ranked",
                        type -> type.dataFetcher("user", load("users", Ranked::userId))
                                .dataFetcher("orders", load("orders", Ranked::userId))
                                .dataFetcher("ordersAggregate", load("orderAggregates", Ranked::userId)))
                .type("User", type -> type.dataFetcher("orders", load("orders", User::id)))
                .type("Order", type -> type.dataFetcher("items", load("items", Order::id)))
                .type("ForumKey", type -> type.dataFetcher("posts", load("posts", ByHand::posts)))
                .type("Shelf", type -> type.dataFetcher("stock", load("stock", ByHand::stock)))
                .type("Sensor", type -> type.dataFetcher("device", load("devices", Sensor::deviceId)))
                .type("Report", type -> type.dataFetcher("lines", load("lines", Report::reportId)));
    }

    private static <S> DataFetcher<?> load(String loader, Function<S, Object> key) {
        return load(loader, (S source, DataFetchingEnvironment environment) -> key.apply(source));
    }

    /** A data fetcher that asks a loader for the key of a source object. */
    private static <S> DataFetcher<?> load(String loader, BiFunction<S, DataFetchingEnvironment, Object> key) {
        return environment -> Objects.requireNonNull(environment.getDataLoader(loader))
                .load(key.apply(Objects.requireNonNull(environment.<S>getSource()), environment));
    }

    private static PostsKey posts(ForumKey forum, DataFetchingEnvironment environment) {
        return new PostsKey(forum.forumId(), Objects.requireNonNull(environment.<Integer>getArgument("limit")));
    }

    private static StockKey stock(Shelf shelf) {
        return new StockKey(shelf.warehouse(), shelf.sku());
    }
}
