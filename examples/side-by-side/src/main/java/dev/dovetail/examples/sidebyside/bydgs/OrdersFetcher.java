package dev.dovetail.examples.sidebyside.bydgs;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.InputArgument;
import dev.dovetail.examples.sidebyside.Customer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

@DgsComponent
public class OrdersFetcher {

    private static final Field<Integer> ID = field("id", Integer.class);
    private static final Field<Integer> USER_ID = field("user_id", Integer.class);
    private static final Field<String> PRODUCT = field("product", String.class);
    private static final Field<Integer> TOTAL = field("total", Integer.class);
    private static final Field<Integer> PLACE = field("place", Integer.class);

    private final DSLContext dsl;

    record Order(String product, int total) {}

    record TextFilter(@Nullable String _eq, @Nullable List<String> _in) {}

    record NumberFilter(@Nullable Integer _gte, @Nullable Integer _lte) {}

    record OrderFilter(
            @Nullable TextFilter product, @Nullable NumberFilter total) {}

    record Choice(@Nullable OrderFilter where, @Nullable Integer limit) {}

    record Key(int userId, Choice choice) {}

    OrdersFetcher(DSLContext dsl) {
        this.dsl = dsl;
    }

    @DgsDataLoader(name = "orders")
    class OrdersLoader implements MappedBatchLoader<Key, List<Order>> {

        @Override
        public CompletionStage<Map<Key, List<Order>>> load(Set<Key> keys) {
            return CompletableFuture.completedFuture(OrdersFetcher.this.load(keys));
        }
    }

    @DgsData(parentType = "Customer")
    public CompletableFuture<List<Order>> orders(
            DgsDataFetchingEnvironment environment,
            @InputArgument @Nullable OrderFilter where,
            @InputArgument @Nullable Integer limit) {
        if (limit != null && limit < 0) {
            throw new IllegalArgumentException("limit must not be negative");
        }
        Customer customer = environment.getSourceOrThrow();
        DataLoader<Key, List<Order>> orders = requireNonNull(environment.getDataLoader("orders"));
        return orders.load(new Key(customer.userId(), new Choice(where, limit)));
    }

    private Map<Key, List<Order>> load(Set<Key> keys) {
        Map<Key, List<Order>> orders = new HashMap<>();
        keys.forEach(key -> orders.put(key, new ArrayList<>()));
        keys.stream()
                .collect(groupingBy(Key::choice, mapping(Key::userId, toList())))
                .forEach((choice, users) -> rows(users, choice)
                        .forEach(row -> orders.computeIfAbsent(
                                        new Key(row.get(USER_ID), choice), key -> new ArrayList<>())
                                .add(new Order(row.get(PRODUCT), row.get(TOTAL)))));
        return orders;
    }

    private List<Record> rows(List<Integer> users, Choice choice) {
        Table<?> ranked = select(
                        ID,
                        USER_ID,
                        PRODUCT,
                        TOTAL,
                        rowNumber().over().partitionBy(USER_ID).orderBy(ID).as(PLACE))
                .from(table("orders"))
                .where(USER_ID.in(users))
                .and(condition(choice.where()))
                .asTable("ranked");
        return dsl.select(USER_ID, PRODUCT, TOTAL)
                .from(ranked)
                .where(choice.limit() == null ? noCondition() : PLACE.le(choice.limit()))
                .orderBy(USER_ID, ID)
                .fetch(row -> row);
    }

    private static Condition condition(@Nullable OrderFilter where) {
        Condition condition = noCondition();
        if (where != null && where.product() != null) {
            String equal = where.product()._eq();
            List<String> in = where.product()._in();
            condition = condition
                    .and(equal == null ? noCondition() : PRODUCT.eq(equal))
                    .and(in == null ? noCondition() : PRODUCT.in(in));
        }
        if (where != null && where.total() != null) {
            Integer least = where.total()._gte();
            Integer most = where.total()._lte();
            condition = condition
                    .and(least == null ? noCondition() : TOTAL.ge(least))
                    .and(most == null ? noCondition() : TOTAL.le(most));
        }
        return condition;
    }
}
