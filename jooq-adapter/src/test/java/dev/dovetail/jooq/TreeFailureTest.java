package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.table.Filter;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.TableChangedException;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch that fails, or is too large, takes nothing of the rows that it hangs on: it is left out. */
final class TreeFailureTest {

    private final TestDatabase database = TreeShop.create();
    private final TreeShop shop = TreeShop.of(database);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table products",
                "alter table products drop column name",
                "alter table orders drop column product"
            })
    void changedTable_leavesTheRowsAboveIt(String change) {
        TableRequest request = shop.usersWithOrders(1, 2);
        database.run(change);

        TableRows users = shop.load(request);

        assertThat(TreeShop.ids(users, 2)).isEqualTo(List.of(List.of(1), List.of(2)));
        assertThat(users.branch(0)).isNull();
        assertThat(database.statements()).hasSize(2).last().asString().doesNotContain("materialized");
    }

    @Test
    void failingCondition_leavesTheRowsAboveIt() {
        TableRows users = shop.load(failing("1 / (amount - amount) = 1"));

        assertThat(TreeShop.ids(users, 1)).isEqualTo(List.of(List.of(1)));
        assertThat(users.branch(0)).isNull();
    }

    @Test
    void filterOfAnotherLibrary_leavesTheRowsAboveIt() {
        Filter strange = new Filter.Native() {};

        TableRows users = shop.load(TreeShop.request(
                shop.query("users", "id"), List.of(shop.orders(shop.query("orders", "buyer", strange))), 1));

        assertThat(TreeShop.ids(users, 1)).isEqualTo(List.of(List.of(1)));
        assertThat(users.branch(0)).isNull();
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void failureOfTheRowsThemselves_isTheirs() {
        TableRequest request = shop.usersWithOrders(1);
        database.run("drop table users");

        assertThatThrownBy(() -> shop.load(request)).isInstanceOf(TableChangedException.class);
    }

    @Test
    void statementThatTakesTooLong_isNotFollowedByAnother() throws SQLException {
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            connection.createStatement().execute("set statement_timeout = 100");
            TreeShop impatient = on(connection);

            assertThatThrownBy(() -> impatient.load(failing("pg_sleep(5) is not null")))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void failingBranch_inATransactionOfTheHosts_leavesItUsable() throws SQLException {
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("insert into users values (4, 'new')");

            TableRows users = on(connection).load(failing("1 / (amount - amount) = 1"));
            connection.commit();

            assertThat(TreeShop.ids(users, 1)).isEqualTo(List.of(List.of(1)));
        }
        assertThat(database.plain().fetchCount(DSL.table("users"))).isEqualTo(4);
    }

    @Test
    void transactionWithoutSavepoints_isNotPutAtRisk() throws SQLException {
        try (Connection connection = TestDatabase.server().dataSource().getConnection()) {
            connection.setAutoCommit(false);

            TableRows users = on(withoutSavepoints(connection)).load(failing("1 / (amount - amount) = 1"));
            connection.createStatement().execute("insert into users values (4, 'new')");
            connection.commit();

            assertThat(TreeShop.ids(users, 1)).isEqualTo(List.of(List.of(1)));
            assertThat(users.branch(0)).isNull();
        }
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void rows_asManyAsAllowed_areThere() {
        TableRows users = shop.load(shop.usersWithOrders(1, 2).within(10, TableRequest.UNLIMITED));

        assertThat(users.branch(0)).isNotNull();
        assertThat(users.branch(0).branch(0)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 7, 9})
    void branches_largerThanAllowed_areLeftOut(long rows) {
        TableRows users = shop.load(shop.usersWithOrders(1, 2).within(rows, TableRequest.UNLIMITED));

        assertThat(TreeShop.ids(users, 2)).isEqualTo(List.of(List.of(1), List.of(2)));
        assertThat(users.branch(0)).isNull();
    }

    @Test
    void rows_moreThanAllowed_failThemselves() {
        assertThatThrownBy(() -> shop.load(shop.usersWithOrders(1, 2).within(1, TableRequest.UNLIMITED)))
                .isInstanceOf(LimitExceededException.class);
        assertThat(database.statements()).hasSize(1);
    }

    private TableRequest failing(String condition) {
        TableQuery orders = shop.query("orders", "buyer", JooqFilter.of(DSL.condition(condition)));
        return TreeShop.request(shop.query("users", "id"), List.of(shop.orders(orders)), 1);
    }

    private TreeShop on(Connection connection) {
        DSLContext dsl =
                database.recorded(DSL.using(connection, SQLDialect.POSTGRES).configuration());
        return new TreeShop(
                database,
                JooqTableSource.perContext(context -> dsl)
                        .catalog(database.plain())
                        .roundTrips(RoundTrips.FEWEST)
                        .build());
    }

    private static Connection withoutSavepoints(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TreeFailureTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("setSavepoint")) {
                        throw new SQLFeatureNotSupportedException();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
