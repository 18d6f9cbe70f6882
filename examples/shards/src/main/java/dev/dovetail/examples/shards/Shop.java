package dev.dovetail.examples.shards;

import dev.dovetail.examples.postgres.ShardedPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Users and their orders on three shards: user 17 has the orders 170 to 179 or fewer, so that every answer can be checked. */
final class Shop implements AutoCloseable {

    static final int USERS = 2_000;

    private static final int SHARDS = 3;

    private final ShardedPostgres servers;
    private final Map<Integer, Integer> shards = new HashMap<>();

    private Shop(ShardedPostgres servers) {
        this.servers = servers;
    }

    static Shop open() {
        ShardedPostgres servers = ShardedPostgres.start(SHARDS);
        try {
            Shop shop = new Shop(servers);
            shop.fill();
            return shop;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private void fill() {
        servers.create("users", "id int not null, name text not null", "id", "alter table users add primary key (id)");
        servers.create(
                "orders",
                "id int not null, user_id int not null, total int not null",
                "user_id",
                "create index on orders (user_id, id)");
        DSLContext dsl = DSL.using(servers.coordinator().dataSource(), SQLDialect.POSTGRES);
        // PostgreSQL leaves shards out only if it plans for the very keys, and not once for all that there could be.
        dsl.execute("alter database postgres set plan_cache_mode = force_custom_plan");
        dsl.execute("insert into users select i, 'user ' || i from generate_series(1, {0}) i", DSL.inline(USERS));
        dsl.execute(
                "insert into orders select 10 * i + j, i, 100 * j from generate_series(1, {0}) i, generate_series(0, i % 4) j",
                DSL.inline(USERS));
        for (Record user : dsl.fetch("select id, tableoid::regclass::text as partition from users")) {
            String partition = user.get("partition", String.class);
            shards.put(
                    user.get("id", Integer.class),
                    IntStream.range(0, SHARDS)
                            .filter(shard -> partition.equals("users_" + servers.name(shard)))
                            .findFirst()
                            .orElseThrow());
        }
    }

    ShardedPostgres servers() {
        return servers;
    }

    /** The place of the shard that has a user and the user's orders. */
    int shardOf(int user) {
        return shards.getOrDefault(user, -1);
    }

    /** What a field of a customer must show. */
    static Object expected(int user, String field) {
        return switch (field) {
            case "user" -> Map.of("name", "user " + user);
            case "orders" ->
                IntStream.rangeClosed(0, user % 4)
                        .mapToObj(i -> Map.of("id", 10 * user + i, "total", 100 * i))
                        .toList();
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** So many users of each shard. */
    List<Integer> someOfEach(int count) {
        return IntStream.range(0, SHARDS)
                .boxed()
                .flatMap(shard -> shards.keySet().stream()
                        .filter(user -> shardOf(user) == shard)
                        .sorted()
                        .limit(count))
                .toList();
    }

    @Override
    public void close() {
        servers.close();
    }
}
