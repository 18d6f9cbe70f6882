package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.Aggregate;
import dev.dovetail.table.AggregateFunction;
import dev.dovetail.table.Column;
import dev.dovetail.table.ColumnKind;
import dev.dovetail.table.JoinKey;
import dev.dovetail.table.RowOrder;
import dev.dovetail.table.RowSelection;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableBranch;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows a branch has for which row, and which branches are answered at all. */
final class TreeFilingTest {

    private final TestDatabase database = TreeShop.create();
    private final TreeShop shop = TreeShop.of(database);

    @Test
    void branches_ofBranches_areFiledUnderTheRowsThatLeadToThem() {
        TableRows users = shop.load(shop.usersWithOrders(2, 3, 1));

        assertThat(database.statements()).hasSize(1);
        assertThat(TreeShop.ids(users, 3)).isEqualTo(List.of(List.of(2), List.of(3), List.of(1)));
        TableRows orders = users.branch(0);
        assertThat(TreeShop.ids(orders, 3)).isEqualTo(List.of(List.of(1, 3, 5), List.of(), List.of(2, 4, 6)));
        assertThat(TreeShop.ids(orders.branch(0), 6))
                .isEqualTo(List.of(List.of(1), List.of(), List.of(2), List.of(2), List.of(1), List.of()));
    }

    @Test
    void equalKeys_areLookedUpOnce() {
        TableRows orders = shop.load(shop.usersWithOrders(1, 2)).branch(0);

        assertThat(orders.branch(0).of(1).get(0))
                .as("order 4, product 1")
                .isSameAs(orders.branch(0).of(3).get(0));
    }

    @Test
    void siblings_andAggregates_haveAStatementTogether() {
        TableQuery all = shop.query("orders", "buyer");
        TableQuery sums = new TableQuery(
                all.table(),
                List.of(),
                all.keyColumns(),
                RowSelection.ALL,
                0,
                false,
                List.of(Aggregate.of(AggregateFunction.AVG, shop.column("orders", "amount"))));
        Column id = shop.column("users", "id");

        TableRows users = shop.load(TreeShop.request(
                shop.query("users", "id"), List.of(shop.branch(id, all), shop.branch(id, sums)), 1, 2, 3));

        assertThat(database.statements()).hasSize(1);
        assertThat(TreeShop.ids(users.branch(0), 3)).isEqualTo(List.of(List.of(2, 4, 6), List.of(1, 3, 5), List.of()));
        assertThat(users.branch(1).aggregatesOf(0)).containsExactly(40.0);
        assertThat(users.branch(1).aggregatesOf(1)).containsExactly(30.0);
    }

    @Test
    void keysOfOtherTypes_areLeftOut() {
        database.run("create table notes (id int, buyer bigint, product int)", "insert into notes values (1, 1, 1)");
        Column id = shop.column("users", "id");

        TableRows users = shop.load(TreeShop.request(
                shop.query("users", "id"),
                List.of(
                        shop.branch(id, shop.query("notes", "buyer")),
                        shop.branch(id, shop.query("notes", "product")),
                        shop.branch(shop.column("users", "name"), shop.query("notes", "product"))),
                1));

        assertThat(users.branch(0)).isNull();
        assertThat(TreeShop.ids(users.branch(1), 1)).isEqualTo(List.of(List.of(1)));
        assertThat(users.branch(2)).isNull();
    }

    @Test
    void tablesOfOtherSources_areLeftOut() {
        Table orders = shop.table("orders");
        Table elsewhere = Table.of(new TableName("other", "public", "orders"), orders.columns(), List.of(), null);
        TableQuery query = TableQuery.rows(
                elsewhere,
                elsewhere.columns(),
                List.of(shop.column("orders", "buyer")),
                RowSelection.ALL,
                TableQuery.ALL_ROWS);

        TableRows users = shop.load(TreeShop.request(
                shop.query("users", "id"), List.of(shop.branch(shop.column("users", "id"), query)), 1));

        assertThat(users.branch(0)).isNull();
        assertThat(database.statements()).hasSize(1).allMatch(sql -> !sql.contains("materialized"));
    }

    @Test
    void boundedBytes_areForRequestsOfOneTable() {
        TableRows users = shop.load(shop.usersWithOrders(1).within(1_000, 1_000_000));

        assertThat(users.branch(0)).isNull();
        assertThat(users.of(0)).hasSize(1);
    }

    @Test
    void otherDatabases_areAskedForOneTable() {
        TreeShop yugabyte = new TreeShop(
                database,
                JooqTableSource.on(DSL.using(TestDatabase.server().dataSource(), SQLDialect.YUGABYTEDB))
                        .roundTrips(RoundTrips.FEWEST)
                        .build());

        assertThat(yugabyte.load(yugabyte.usersWithOrders(1)).branch(0)).isNull();
    }

    /** As a list of keys is compared, and not as two columns are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text collate \"C\"",
                "text collate \"und-x-icu\"",
                "text collate same_letters",
                "varchar(3)",
                "char(3)",
                "name",
                "citext",
                "words",
                "moods",
                "uuid",
                "date",
                "timestamp",
                "timestamptz"
            })
    void keys_ofEveryType_findWhatTheyFindFromOutside(String type) {
        database.run(
                "drop extension if exists citext cascade",
                "create extension citext",
                "create type mood as enum ('a', 'b')",
                "create domain moods as mood",
                "create domain words as text collate \"C\"",
                "create collation same_letters (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        List<String> values = type.equals("moods")
                ? List.of("a", "b")
                : type.equals("uuid")
                        ? List.of("00000000-0000-0000-0000-000000000001")
                        : type.matches("date|timestamp.*")
                                ? List.of("2024-05-06 07:08:09.123456", "infinity", "0044-03-15 BC")
                                : List.of("a", "A", "b ", "b", "");
        List<String> others = type.startsWith("text") || type.startsWith("varchar")
                ? List.of(type, type.startsWith("text") ? "text" : "varchar(9)", type + " primary key")
                : List.of(type, type);
        for (String other : others) {
            database.run(
                    "drop table if exists p, c",
                    "create table p (id int primary key, k " + type + ", o int default 1)",
                    "create table c (k " + other + ", id int default 7)");
            for (String value : values) {
                database.plain().execute("insert into p select coalesce(max(id), 0) + 1, '" + value + "' from p");
                database.plain().execute("insert into p select coalesce(max(id), 0) + 1, '" + value + "' from p");
                database.plain().execute("insert into c values ('" + value + "') on conflict do nothing");
            }
            compare();
        }
    }

    private void compare() {
        TreeShop fresh = TreeShop.of(database);
        TableQuery parents = fresh.query("p", "o");
        TableQuery children = unordered(fresh.query("c", "k"));
        List<TableBranch> branches = List.of(fresh.branch(fresh.column("p", "k"), children));
        List<JoinKey> keys = List.of(JoinKey.of(1));
        TreeAnswer answer = new TreeAnswer((JooqTableSource) fresh.source());
        List<Object> expected = answer.levelByLevel(parents, keys, branches);
        database.forget();

        TableRows rows = answer.load(parents, keys, branches);

        assertThat(database.statements()).hasSize(1);
        assertThat(TreeAnswer.of(parents, rows, 1, branches)).isEqualTo(expected);
        assertThat(expected.toString()).contains("7");
    }

    private static TableQuery unordered(TableQuery query) {
        return TableQuery.rows(
                query.table(), query.columns(), query.keyColumns(), RowSelection.ALL, TableQuery.ALL_ROWS);
    }

    @Test
    void values_ofEveryType_areThoseOfAStatementOfTheirOwn() {
        database.run(
                "drop extension if exists citext cascade",
                "create extension citext",
                "create type mood as enum ('a', 'b')",
                "create domain moods as mood",
                "create type pair as (a int, b text)",
                "create table v (id int, b bool, s smallint, l bigint, d numeric, d2 numeric(9,2), r real, f double"
                        + " precision, t text, vc varchar(3), ch char(5), n name, q \"char\", ci citext, m mood, ms moods,"
                        + " u uuid, da date, ti time, tz timetz, ts timestamp, tt timestamptz, i interval, j json, jb jsonb,"
                        + " by bytea, ia int[], na name[], ta text[], ra int4range, mo money, x xml, p pair)",
                "insert into v values (1, true, 1, 2, 'NaN', 1.5, 1.1, 1e300, 't', 'vc', 'ch', 'n', 'q', 'ci', 'a', 'b',"
                        + " '00000000-0000-0000-0000-000000000001', '2024-05-06', '07:08:09', '07:08:09+02',"
                        + " '2024-05-06 07:08:09', '2024-05-06 07:08:09+02', '1 day', '{\"a\": [1]}', '[2]', '\\x01', '{1,null}',"
                        + " '{n}', '{{t}}', '[1,2)', '1.5', '<a/>', '(1,b)')",
                "insert into v (id) values (1)");
        Table v = shop.table("v");
        List<Aggregate> aggregates = new ArrayList<>(List.of(Aggregate.count()));
        for (Column column : v.columns()) {
            ColumnKind kind = column.type().kind();
            if (kind.joinable() && kind != ColumnKind.JSON) {
                aggregates.add(Aggregate.of(AggregateFunction.MAX, column));
            }
            if (kind.compareTo(ColumnKind.SMALLINT) >= 0 && kind.compareTo(ColumnKind.DOUBLE) <= 0) {
                aggregates.add(Aggregate.of(AggregateFunction.SUM, column));
                aggregates.add(Aggregate.of(AggregateFunction.AVG, column));
            }
        }
        List<RowOrder> order = v.columns().stream()
                .filter(column -> column.type().kind().joinable())
                .map(column -> RowOrder.of(column, false))
                .toList();
        List<Column> key = List.of(shop.column("v", "id"));
        for (int rowsPerKey : List.of(0, 1, TableQuery.ALL_ROWS)) {
            TableQuery query = new TableQuery(
                    v,
                    v.columns(),
                    key,
                    RowSelection.of(RowSelection.ALL.filter(), order),
                    rowsPerKey,
                    true,
                    aggregates);
            TreeAnswer answer = new TreeAnswer((JooqTableSource) shop.source());
            TableQuery root = shop.query("users", "id");
            List<TableBranch> branches = List.of(shop.branch(shop.column("users", "id"), query));
            List<JoinKey> keys = List.of(JoinKey.of(1), JoinKey.of(2));

            TableRows rows = answer.load(root, keys, branches);

            assertThat(TreeAnswer.of(root, rows, 2, branches)).isEqualTo(answer.levelByLevel(root, keys, branches));
            assertThat(IntStream.range(0, 2).mapToObj(rows.branch(0)::of)).isNotEmpty();
        }
    }
}
