package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.CatalogRefresh;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RowArgument;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.TableName;
import graphql.ExecutionResult;
import graphql.scalars.ExtendedScalars;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Migrations while the service runs: the catalog is read again, and the schema stays as it is. */
final class CatalogRefreshTest {

    private static final TableName USERS = new TableName("default", "public", "users");

    private TestDatabase database;
    private Object key = 1;

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "drop extension if exists citext cascade",
                "create extension citext schema public",
                "create table users (id int primary key, code text not null, name text, age int, hidden int)",
                "insert into users values (1, 'a', 'Ann', 30, 1), (2, 'b', 'Ben', 40, 2)",
                "create table orders (id int primary key, user_id int not null, total numeric not null)",
                "insert into orders values (1, 1, 10), (2, 1, 20), (3, 2, 30)");
    }

    @Test
    void refresh_ofWhatHasNotChanged_changesNothing() {
        Dovetail dovetail = dovetail(null);
        Service service = service(dovetail);
        String before =
                service.data("{ parent { user { name orders { total } } } }").toString();
        List<String> statements = database.statements();

        assertThat(dovetail.refreshCatalog()).isEqualTo(new CatalogRefresh(Set.of(), List.of()));
        database.forget();
        assertThat(service.data("{ parent { user { name orders { total } } } }"))
                .hasToString(before);
        assertThat(database.statements()).isEqualTo(statements.subList(statements.size() - 2, statements.size()));
    }

    @Test
    void keyColumnThatBecameLarger_takesLargerKeys() {
        Dovetail dovetail = dovetail(null);
        Service service = service(dovetail);
        database.run("alter table users alter hidden type bigint", "update users set hidden = 5000000000 where id = 2");
        key = 5_000_000_000L;
        assertThat(Service.codes(service.execute("{ parent { byHidden { name } } }")))
                .containsExactly("[parent, byHidden] join-key-invalid");

        assertThat(dovetail.refreshCatalog().changed()).containsExactly(USERS);

        assertThat(service.data("{ parent { byHidden { name } } }")).hasToString("{parent={byHidden={name=Ben}}}");
    }

    @Test
    void keyColumnWithAnotherCollation_matchesByIt() {
        Dovetail dovetail = dovetail(null);
        Service service = service(dovetail);
        key = "B";
        assertThat(service.data("{ parent { byCode { name } } }")).hasToString("{parent={byCode=[]}}");
        database.run("alter table users alter code type citext");

        assertThat(dovetail.refreshCatalog().differences()).isEmpty();

        assertThat(service.data("{ parent { byCode { name } } }")).hasToString("{parent={byCode=[{name=Ben}]}}");
    }

    @Test
    void typeOfAKeyColumn_thatItCannotBeComparedWith_isReadAgain() {
        Dovetail dovetail = dovetail(null);
        Service service = service(dovetail);
        database.run("alter table users alter hidden type text using hidden::text");
        key = 2;
        assertThat(Service.codes(service.execute("{ parent { byHidden { name } } }")))
                .containsExactly("[parent, byHidden] table-changed");

        dovetail.refreshCatalog();

        assertThat(service.data("{ parent { byHidden { name } } }")).hasToString("{parent={byHidden={name=Ben}}}");
    }

    @Test
    void columnThatBecameUnique_changesTheStatement() {
        Dovetail dovetail = dovetail(null);
        Service service = service(dovetail);
        key = "a";
        String query = "{ parents { byCode(limit: 1) { name } } }";
        String rows = service.data(query).toString();
        String before = last(database.statements());
        database.run("create unique index on users (code)");

        assertThat(dovetail.refreshCatalog().changed()).containsExactly(USERS);

        database.forget();
        assertThat(service.data(query)).hasToString(rows);
        assertThat(last(database.statements())).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table users rename name to full_name | alter table users rename full_name to name | column 'name' is gone",
                "alter table users rename to people         | alter table people rename to users         | does not exist",
            })
    void whatIsGone_failsItsFieldsAloneUntilItIsBack(String change, String back, String told) {
        Dovetail dovetail = dovetail(null);
        Service service = service(dovetail);
        database.run(change);

        CatalogRefresh refresh = dovetail.refreshCatalog();

        assertThat(refresh.changed()).isEmpty();
        assertThat(refresh.differences()).singleElement().asString().contains("users", told);
        ExecutionResult result = service.execute("{ parent { user { name } orders { total } } }");
        assertThat(Service.codes(result)).containsExactly("[parent, user] table-changed");
        assertThat(result.getData().toString()).contains("user=null", "total=20");

        database.run(back);
        assertThat(service.data("{ parent { user { name } } }")).hasToString("{parent={user={name=Ann}}}");
        assertThat(dovetail.refreshCatalog().differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table users alter age type text       | column 'age' is of type \"pg_catalog\".\"text\"",
                "alter table orders alter total drop not null | column 'total' may be null",
                "alter table orders add note text             | column 'note' is new",
                "alter table orders drop constraint orders_pkey | no unique index",
            })
    void whatWouldMakeAnotherSchema_isToldAndLeftAsItWas(String change, String told) {
        Dovetail dovetail = dovetail(null);
        Service service = service(dovetail);
        String before =
                service.data("{ parent { user { name } orders { total } } }").toString();
        database.run(change, "alter table users alter hidden type bigint");

        CatalogRefresh refresh = dovetail.refreshCatalog();

        assertThat(refresh.differences()).singleElement().asString().contains(told);
        assertThat(refresh.changed()).containsExactly(USERS); // all else is taken over
        assertThat(service.data("{ parent { user { name } orders { total } } }"))
                .hasToString(before);
    }

    @Test
    void schemaThatIsExtendedLater_showsTheNewColumn() {
        Dovetail dovetail = dovetail(null);
        service(dovetail);
        database.run("alter table orders add note text default 'n'");
        dovetail.refreshCatalog();

        Service later = service(dovetail);

        assertThat(later.data("{ parent { orders(limit: 1) { note } } }")).hasToString("{parent={orders=[{note=n}]}}");
    }

    @Test
    void firstLookupThatFindsATableChanged_refreshesTheCatalogByItself() throws InterruptedException {
        Service service = service(dovetail(Duration.ofSeconds(10)));
        database.run("alter table users alter hidden type text using hidden::text");
        key = 2;
        assertThat(Service.codes(service.execute("{ parent { byHidden { name } } }")))
                .containsExactly("[parent, byHidden] table-changed");

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(9);
        ExecutionResult result = service.execute("{ parent { byHidden { name } } }");
        while (!result.getErrors().isEmpty() && System.nanoTime() < deadline) {
            // between two requests of a client that tries again
            Thread.sleep(20);
            result = service.execute("{ parent { byHidden { name } } }");
        }

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.getData().toString()).isEqualTo("{parent={byHidden={name=Ben}}}");
    }

    @Test
    void automaticRefresh_thatIsOff_readsNothing() throws InterruptedException {
        Service service = service(dovetail(null));
        database.run("alter table users alter hidden type text using hidden::text");
        database.forget();
        key = 2;

        service.execute("{ parent { byHidden { name } } }");
        // long enough for the reading that must not come: nothing tells that nothing will happen
        Thread.sleep(500);

        assertThat(database.statements()).noneMatch(sql -> sql.contains("pg_catalog.pg_class"));
    }

    private static String last(List<String> statements) {
        return statements.get(statements.size() - 1);
    }

    private Dovetail dovetail(Duration pause) {
        return Dovetail.builder()
                .catalogRefresh(pause)
                .tables(JooqTableSource.on(database.dsl())
                        .roundTrips(RoundTrips.ONE_PER_RELATIONSHIP)
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name", "age")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .build())
                .relationship(user("user", "id"))
                .relationship(user("byHidden", "hidden"))
                .relationship(ArrayRelationship.named("byCode")
                        .on("Parent")
                        .references("public", "users")
                        .from("key")
                        .to("code")
                        .arguments(RowArgument.LIMIT)
                        .build())
                .relationship(orders("Parent", "key"))
                .relationship(orders("User", "id"))
                .build();
    }

    private static ObjectRelationship user(String name, String column) {
        return ObjectRelationship.named(name)
                .on("Parent")
                .references("public", "users")
                .from("key")
                .to(column)
                .build();
    }

    private static ArrayRelationship orders(String type, String from) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from(from)
                .to("user_id")
                .orderBy("id")
                .arguments(RowArgument.LIMIT)
                .connection()
                .build();
    }

    private Service service(Dovetail dovetail) {
        return Service.of(
                dovetail,
                "scalar Key type Query { parent: Parent parents: [Parent] } type Parent { key: Key }",
                wiring -> wiring.scalar(ExtendedScalars.newAliasedScalar("Key")
                                .aliasedScalar(ExtendedScalars.Object)
                                .build())
                        .type(
                                "Query",
                                query -> query.dataFetcher("parent", env -> Map.of("key", key))
                                        .dataFetcher(
                                                "parents", env -> List.of(Map.of("key", key), Map.of("key", "b")))));
    }
}
