package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.TableRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What the caller may see of the tables of a tree, and of what others write meanwhile. */
final class TreeSessionTest {

    private final TestDatabase database = TreeShop.create();

    @Test
    void rowLevelSecurity_isTheCallersOnEveryLevel() throws SQLException {
        protect();
        WatchedConnections connections =
                new WatchedConnections(TestDatabase.server().dataSource());
        TreeShop shop = shop(database.recorded(
                DSL.using(connections.dataSource(), SQLDialect.POSTGRES).configuration()));

        TableRows users = shop.load(shop.usersWithOrders(1, 2));

        assertThat(database.statements()).hasSize(2).last().asString().contains("materialized");
        assertThat(connections.transactions()).containsExactly("begin", "commit", "end");
        assertThat(TreeShop.ids(users, 2)).isEqualTo(List.of(List.of(1), List.of(2)));
        assertThat(TreeShop.ids(users.branch(0), 2)).isEqualTo(List.of(List.of(2), List.of(1)));
        assertThat(TreeShop.ids(users.branch(0).branch(0), 2)).isEqualTo(List.of(List.of(), List.of(1)));
    }

    @Test
    void tableThatTheCallerMayNotRead_leavesTheRowsAboveIt() throws SQLException {
        protect();
        database.run("revoke select on products from reader");
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            TreeShop shop = shop(DSL.using(connection, SQLDialect.POSTGRES));

            TableRows users = shop.load(shop.usersWithOrders(1));

            assertThat(TreeShop.ids(users, 1)).isEqualTo(List.of(List.of(1)));
            assertThat(users.branch(0)).isNull();
            assertThat(DSL.using(connection).fetchValue("select current_user")).isEqualTo("postgres");
        }
    }

    @Test
    void rowsOfAllLevels_areOfOneMoment() throws Exception {
        TreeShop shop = TreeShop.of(database);
        database.run("delete from orders");
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> writing = writer.submit(() -> {
                for (int round = 0; !done.get(); round++) {
                    int count = round % 4;
                    database.plain().transaction(transaction -> {
                        transaction.dsl().execute("delete from orders");
                        transaction.dsl().execute("update users set name = '" + count + "' where id = 1");
                        transaction
                                .dsl()
                                .execute("insert into orders select i, 1, 1, 1 from generate_series(1, " + count
                                        + ") i");
                    });
                }
            });
            for (int i = 0; i < 40; i++) {
                TableRows users = shop.load(shop.usersWithOrders(1));
                String name = (String) users.of(0).get(0)[1];
                if (!name.startsWith("user")) {
                    assertThat(users.branch(0).of(0)).hasSize(Integer.parseInt(name));
                }
            }
            done.set(true);
            writing.get();
        } finally {
            done.set(true);
            writer.shutdown();
        }
    }

    /** The reader sees the orders of the session's number and its product 1. */
    private void protect() {
        database.run(
                "do $$ begin if not exists (select from pg_roles where rolname = 'reader') then create role reader;"
                        + " end if; end $$",
                "grant usage on schema public to reader",
                "grant select on all tables in schema public to reader",
                "alter table orders enable row level security",
                "create policy own on orders using (id <= current_setting('app.most')::int)",
                "alter table products enable row level security",
                "create policy own on products using (id = 1)");
    }

    private TreeShop shop(DSLContext dsl) {
        return new TreeShop(
                database,
                JooqTableSource.perContext(context -> dsl)
                        .catalog(database.plain())
                        .databaseSession((session, context) ->
                                DatabaseSession.NONE.role("reader").setting("app.most", 2))
                        .roundTrips(RoundTrips.FEWEST)
                        .build());
    }
}
