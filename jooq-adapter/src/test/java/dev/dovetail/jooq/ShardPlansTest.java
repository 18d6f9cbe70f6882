package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.ShardedShop.Plan;
import graphql.ExecutionResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards are sent the keys that they have rows of, and no shard is asked for others: by PostgreSQL's own plans. */
final class ShardPlansTest {

    private final ShardedShop shop = new ShardedShop();
    private final List<Long> first = shop.usersOf(0, 3);
    private final List<Long> third = shop.usersOf(2, 3);
    private final List<Long> both =
            Stream.of(first, third).flatMap(List::stream).toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user { name }",
                "orders { id }",
                "orders(limit: 1, order_by: {total: desc}) { id }",
                "orders_aggregate { aggregate { count sum { total } } nodes { id } }",
                "indexed(limit: 1) { id }",
                "note { text }",
                "pair { text }"
            })
    void oneKey_isSentToItsShard(String field) {
        Plan plan = plan(field, first.subList(0, 1));

        assertThat(plan.shards()).containsExactlyElementsOf(List.of("shard1"));
        assertThat(plan.remote()).allMatch(sql -> sql.matches(".* WHERE .*id = " + first.get(0) + "\\b.*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user { name }",
                "orders { id }",
                "orders(order_by: {total: desc}) { id }",
                "orders(limit: 1, order_by: {total: desc}) { id }",
                "orders(where: {total: {_gt: 0}}, distinct_on: total, order_by: {total: asc}) { id }",
                "orders_aggregate { aggregate { count sum { total } } }",
                "orders_aggregate(limit: 1) { aggregate { count sum { total } } }",
                "orders_aggregate { aggregate { count } nodes { id } }",
                "indexed { id }",
                "indexed(limit: 1) { id }",
                "indexed_aggregate { aggregate { count } nodes { id } }",
                "note { text }"
            })
    void keysOfTwoShards_areSentToThese(String field) {
        Plan plan = plan(field, both);

        assertThat(plan.shards()).containsExactly("shard1", "shard3");
        assertThat(plan.remote())
                .allMatch(sql ->
                        sql.contains("id = ANY ('{" + both.toString().replaceAll("[\\[\\] ]", "") + "}'::bigint[])"));
    }

    /** PostgreSQL compares lists with no pair of columns. */
    @Test
    void keysOfTableThatIsSpreadBySeveralColumns_areSentToEachShard() {
        Plan plan = plan("pair { text }", both);

        assertThat(plan.shards()).containsExactly("shard1", "shard2", "shard3");
        assertThat(plan.remote()).allMatch(sql -> sql.contains("user_id = ANY (") && sql.contains("line = ANY ("));
    }

    @Test
    void aggregates_areTheShardsOwn_ifTheHostAllowsIt() {
        Plan plan = plan("orders_aggregate { aggregate { count } }", both, "-c enable_partitionwise_aggregate=on");

        assertThat(plan.remote()).hasSize(2).allMatch(sql -> sql.contains("count(") && sql.contains(" GROUP BY "));
    }

    private Plan plan(String field, List<Long> users, String... settings) {
        ExecutionResult result = shop.service(shop.explained(settings), users).execute("{ outputs { " + field + " } }");

        assertThat(result.getErrors()).isEmpty();
        assertThat(shop.statements()).hasSize(1);
        return shop.plans().get(0);
    }
}
