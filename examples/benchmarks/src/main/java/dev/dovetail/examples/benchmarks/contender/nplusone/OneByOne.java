package dev.dovetail.examples.benchmarks.contender.nplusone;

import dev.dovetail.examples.benchmarks.contender.Contender;
import dev.dovetail.examples.benchmarks.contender.graphql.GraphQlContender;
import dev.dovetail.examples.benchmarks.contender.graphql.Schemas;
import dev.dovetail.examples.benchmarks.contender.jooq.Order;
import dev.dovetail.examples.benchmarks.contender.jooq.Singles;
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
import java.util.function.Function;
import javax.sql.DataSource;
import org.dataloader.DataLoaderRegistry;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A query in every data fetcher. */
public final class OneByOne {

    private final Singles singles;

    private OneByOne(Singles singles) {
        this.singles = singles;
    }

    /** Creates the contender. */
    public static Contender on(DataSource database) {
        OneByOne fetchers = new OneByOne(new Singles(DSL.using(database, SQLDialect.POSTGRES)));
        return new GraphQlContender(Schemas.with(fetchers.wiring()), DataLoaderRegistry::new);
    }

    private RuntimeWiring.Builder wiring() {
        return Schemas.wiring()
                .type(
                        "Ranked",
                        type -> type.dataFetcher("user", of((Ranked ranked) -> singles.user(ranked.userId())))
                                .dataFetcher("orders", of((Ranked ranked) -> singles.ordersOfUser(ranked.userId())))
                                .dataFetcher(
                                        "ordersAggregate",
                                        of((Ranked ranked) -> singles.orderAggregateOfUser(ranked.userId()))))
                .type("User", type -> type.dataFetcher("orders", of((User user) -> singles.ordersOfUser(user.id()))))
                .type("Order", type -> type.dataFetcher("items", of((Order order) -> singles.itemsOfOrder(order.id()))))
                .type("ForumKey", type -> type.dataFetcher("posts", this::posts))
                .type("Shelf", type -> type.dataFetcher("stock", of(this::stock)))
                .type(
                        "Sensor",
                        type -> type.dataFetcher("device", of((Sensor sensor) -> singles.device(sensor.deviceId()))))
                .type(
                        "Report",
                        type -> type.dataFetcher(
                                "lines", of((Report report) -> singles.linesOfReport(report.reportId()))));
    }

    private static <S> DataFetcher<?> of(Function<S, @Nullable Object> query) {
        return environment -> query.apply(Objects.requireNonNull(environment.<S>getSource()));
    }

    private Object posts(DataFetchingEnvironment environment) {
        ForumKey forum = Objects.requireNonNull(environment.getSource());
        int limit = Objects.requireNonNull(environment.<Integer>getArgument("limit"));
        return singles.latestPostsOfForum(forum.forumId(), limit);
    }

    private @Nullable Object stock(Shelf shelf) {
        return singles.stock(new StockKey(shelf.warehouse(), shelf.sku()));
    }
}
