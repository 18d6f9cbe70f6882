package dev.dovetail.jooq;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.examples.postgres.LocalPostgres;
import dev.dovetail.examples.postgres.ShardedPostgres;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** A shop whose tables are spread over three servers, and the statements that Dovetail sends to the one in front. */
final class ShardedShop {

    /** Users 1 to 30 have two orders each, 10 × their id and one more, and two notes. */
    private static final ShardedPostgres SERVERS = start();

    private static final Pattern PARTITION = Pattern.compile("Foreign Scan on public\\.\\w+_(shard\\d)");

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final List<Plan> plans = new CopyOnWriteArrayList<>();
    private final DSLContext plain = DSL.using(SERVERS.coordinator().dataSource(), SQLDialect.POSTGRES);

    private static ShardedPostgres start() {
        ShardedPostgres servers = ShardedPostgres.start(3);
        String orders = "id bigint not null, user_id bigint not null, total int not null";
        servers.create("users", "id bigint not null, name text", "id", "alter table users add primary key (id)");
        servers.create("orders", orders, "user_id", "create index on orders (user_id, id)");
        servers.create("indexed", orders, "user_id", "create index on indexed (user_id, id)");
        servers.create("notes", "user_id bigint not null, line int not null, text text", "user_id");
        servers.create("pairs", "user_id bigint not null, line int not null, text text", "user_id, line");
        DSLContext dsl = DSL.using(servers.coordinator().dataSource(), SQLDialect.POSTGRES);
        dsl.execute("create index on indexed (user_id)");
        dsl.execute("create table local (id int primary key)");
        dsl.execute("insert into users select i, 'user ' || i from generate_series(1, 30) i");
        for (String table : List.of("orders", "indexed")) {
            dsl.execute("insert into " + table
                    + " select 10 * i + j, i, 100 * j from generate_series(1, 30) i, generate_series(0, 1) j");
        }
        for (String table : List.of("notes", "pairs")) {
            dsl.execute("insert into " + table
                    + " select i, j, i || '/' || j from generate_series(1, 30) i, generate_series(0, 1) j");
        }
        return servers;
    }

    static LocalPostgres shard(int place) {
        return SERVERS.shards().get(place);
    }

    static LocalPostgres coordinator() {
        return SERVERS.coordinator();
    }

    static String name(int shard) {
        return SERVERS.name(shard);
    }

    DSLContext plain() {
        return plain;
    }

    /** So many users of one shard. */
    List<Long> usersOf(int shard, int count) {
        return plain.fetch("select id from users_" + name(shard) + " order by id limit " + count)
                .getValues(0, Long.class);
    }

    DSLContext recorded(Configuration configuration) {
        return DSL.using(configuration.derive(new Recorder()));
    }

    /** With {@code outputs} of these users; what it read of the catalog is forgotten. */
    Service service(List<Long> users) {
        return service(recorded(plain.configuration()), users);
    }

    Service service(DSLContext dsl, List<Long> users) {
        Service service =
                Service.of(dovetail(JooqTableSource.of(dsl), users).build(), "type Query { version: String }");
        statements.clear();
        plans.clear();
        return service;
    }

    DovetailBuilder dovetail(JooqTableSource source, List<Long> users) {
        return Dovetail.builder()
                .tables(source)
                .types("type Output { id: ID! line: Int! }")
                .action(ActionDefinition.query("outputs")
                        .returns("[Output!]")
                        .handler(call -> users.stream()
                                .map(id -> Map.of("id", id, "line", 1))
                                .toList())
                        .build())
                .table(table("users", "User"))
                .table(table("orders", "Order"))
                .table(table("indexed", "Indexed"))
                .table(table("notes", "Note"))
                .table(table("pairs", "Pair"))
                .relationship(ObjectRelationship.named("user")
                        .on("Output")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(orders("orders", "Output"))
                .relationship(orders("orders", "User"))
                .relationship(orders("indexed", "Output"))
                .relationship(ObjectRelationship.named("order")
                        .on("Output")
                        .references("public", "orders")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(note("note", "notes"))
                .relationship(note("pair", "pairs"));
    }

    private static TableDefinition table(String name, String type) {
        return TableDefinition.of("public", name).type(type).allColumns().build();
    }

    private static ArrayRelationship orders(String name, String on) {
        return ArrayRelationship.named(name)
                .on(on)
                .references("public", name)
                .from("id")
                .to("user_id")
                .orderBy("id")
                .arguments(RowArgument.values())
                .aggregates()
                .build();
    }

    private static ObjectRelationship note(String name, String table) {
        return ObjectRelationship.named(name)
                .on("Output")
                .references("public", table)
                .from("id", "line")
                .to("user_id", "line")
                .build();
    }

    /** The statements since the last call of this method. */
    List<String> statements() {
        List<String> seen = List.copyOf(statements);
        statements.clear();
        return seen;
    }

    /** What the server in front did for the statements of {@link #explained} since the last call of this method. */
    List<Plan> plans() {
        List<Plan> seen = List.copyOf(plans);
        plans.clear();
        return seen;
    }

    /** A context whose connections tell the plans of their statements. */
    DSLContext explained(String... settings) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(coordinator().jdbcUrl());
        dataSource.setUser(coordinator().user());
        dataSource.setOptions("-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0"
                + " -c auto_explain.log_verbose=on -c auto_explain.log_level=notice "
                + String.join(" ", settings));
        return recorded(DSL.using(dataSource, SQLDialect.POSTGRES).configuration());
    }

    record Plan(String text) {

        /** The shards that are asked. */
        List<String> shards() {
            TreeSet<String> shards = new TreeSet<>();
            PARTITION.matcher(text).results().forEach(found -> shards.add(found.group(1)));
            return List.copyOf(shards);
        }

        /** What they are asked. */
        List<String> remote() {
            List<String> remote = new ArrayList<>();
            text.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("Remote SQL: "))
                    .forEach(line -> remote.add(line.substring("Remote SQL: ".length())));
            return remote;
        }
    }

    private final class Recorder implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            statements.add(String.valueOf(context.sql()));
        }

        @Override
        public void warning(ExecuteContext context) {
            for (SQLWarning warning = context.sqlWarning(); warning != null; warning = warning.getNextWarning()) {
                plans.add(new Plan(warning.getMessage()));
            }
        }
    }
}
