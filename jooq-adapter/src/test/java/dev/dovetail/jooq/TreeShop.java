package dev.dovetail.jooq;

import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.GraphQLContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Users with orders, which have a product each, and queries of them. */
record TreeShop(TestDatabase database, TableSource source) {

    static TestDatabase create() {
        return TestDatabase.with(
                "create table users (id int primary key, name text)",
                "create table products (id int primary key, name text)",
                "create table orders (id int primary key, buyer int, product int, amount int)",
                "create index on orders (buyer, id)",
                "insert into users select i, 'user ' || i from generate_series(1, 3) i",
                "insert into products select i, 'product ' || i from generate_series(1, 3) i",
                "insert into orders select i, 1 + i % 2, nullif(i % 3, 0), 10 * i from generate_series(1, 6) i");
    }

    static TreeShop of(TestDatabase database) {
        return new TreeShop(
                database,
                JooqTableSource.perContext(context -> database.dsl())
                        .catalog(database.plain())
                        .roundTrips(RoundTrips.FEWEST)
                        .build());
    }

    Table table(String name) {
        return source.describe(TableName.of("public", name));
    }

    Column column(String table, String column) {
        Table described = table(table);
        return described.columns().get(described.position(column));
    }

    /** All columns of the rows that have a value in this one, by their first column. */
    TableQuery query(String table, String key) {
        return query(table, key, Filter.EVERYTHING);
    }

    TableQuery query(String table, String key, Filter filter) {
        Table described = table(table);
        List<RowOrder> order = List.of(RowOrder.of(described.columns().get(0), false));
        return TableQuery.rows(
                described,
                described.columns(),
                List.of(column(table, key)),
                RowSelection.of(filter, order),
                TableQuery.ALL_ROWS);
    }

    TableBranch branch(Column from, TableQuery query, TableBranch... branches) {
        return new TableBranch(List.of(from), query, List.of(branches));
    }

    /** Users with their orders with their products. */
    TableRequest usersWithOrders(Integer... ids) {
        return request(query("users", "id"), List.of(orders(query("orders", "buyer"))), (Object[]) ids);
    }

    TableBranch orders(TableQuery query) {
        return branch(column("users", "id"), query, branch(column("orders", "product"), query("products", "id")));
    }

    static TableRequest request(TableQuery query, List<TableBranch> branches, Object... keys) {
        List<JoinKey> joinKeys = Arrays.stream(keys).map(JoinKey::of).toList();
        return new TableRequest(query, joinKeys, Session.ANONYMOUS, GraphQLContext.getDefault()).with(branches);
    }

    TableRows load(TableRequest request) {
        return source.load(request).toCompletableFuture().join();
    }

    /** The first values of all rows that are filed under these many keys. */
    static List<List<Object>> ids(TableRows rows, int keys) {
        return IntStream.range(0, keys)
                .mapToObj(key -> rows.of(key).stream().map(row -> row[0]).toList())
                .toList();
    }
}
