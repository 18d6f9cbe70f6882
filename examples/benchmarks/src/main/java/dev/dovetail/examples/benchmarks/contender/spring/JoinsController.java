package dev.dovetail.examples.benchmarks.contender.spring;

import static java.util.stream.Collectors.toMap;

import dev.dovetail.examples.benchmarks.contender.jooq.Batches;
import dev.dovetail.examples.benchmarks.contender.jooq.Device;
import dev.dovetail.examples.benchmarks.contender.jooq.Item;
import dev.dovetail.examples.benchmarks.contender.jooq.Line;
import dev.dovetail.examples.benchmarks.contender.jooq.Order;
import dev.dovetail.examples.benchmarks.contender.jooq.OrderAggregate;
import dev.dovetail.examples.benchmarks.contender.jooq.Stock;
import dev.dovetail.examples.benchmarks.contender.jooq.StockKey;
import dev.dovetail.examples.benchmarks.contender.jooq.User;
import dev.dovetail.examples.benchmarks.request.Actions.Ranked;
import dev.dovetail.examples.benchmarks.request.Actions.Report;
import dev.dovetail.examples.benchmarks.request.Actions.Sensor;
import dev.dovetail.examples.benchmarks.request.Actions.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** The relationships, each for many parents at once. */
@Controller
class JoinsController {

    private final Batches batches;

    JoinsController(Batches batches) {
        this.batches = batches;
    }

    @BatchMapping
    Map<Ranked, User> user(List<Ranked> ranking) {
        return byParent(ranking, Ranked::userId, batches::users);
    }

    @BatchMapping(typeName = "Ranked", field = "orders")
    Map<Ranked, List<Order>> ordersOfRanked(List<Ranked> ranking) {
        return byParent(ranking, Ranked::userId, batches::ordersOfUsers);
    }

    @BatchMapping
    Map<Ranked, OrderAggregate> ordersAggregate(List<Ranked> ranking) {
        return byParent(ranking, Ranked::userId, batches::orderAggregatesOfUsers);
    }

    @BatchMapping(typeName = "User", field = "orders")
    Map<User, List<Order>> ordersOfUser(List<User> users) {
        return byParent(users, User::id, batches::ordersOfUsers);
    }

    @BatchMapping
    Map<Order, List<Item>> items(List<Order> orders) {
        return byParent(orders, Order::id, batches::itemsOfOrders);
    }

    @BatchMapping
    Map<Shelf, Stock> stock(List<Shelf> shelves) {
        return byParent(shelves, shelf -> new StockKey(shelf.warehouse(), shelf.sku()), batches::stock);
    }

    @BatchMapping
    Map<Sensor, Device> device(List<Sensor> sensors) {
        return byParent(sensors, Sensor::deviceId, batches::devices);
    }

    @BatchMapping
    Map<Report, List<Line>> lines(List<Report> reports) {
        return byParent(reports, Report::reportId, batches::linesOfReports);
    }

    private static <P, K, V> Map<P, V> byParent(
            List<P> parents, Function<P, K> key, Function<List<K>, Map<K, V>> batch) {
        Map<K, V> values = batch.apply(parents.stream().map(key).toList());
        return parents.stream()
                .collect(toMap(Function.identity(), parent -> Objects.requireNonNull(values.get(key.apply(parent)))));
    }
}
