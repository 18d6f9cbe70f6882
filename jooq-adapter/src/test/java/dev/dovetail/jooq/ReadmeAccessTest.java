package dev.dovetail.jooq;

import static dev.dovetail.jooq.readme.Users.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.Service;
import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.session.Session;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the README's access rules and limits, and what it says of them. */
final class ReadmeAccessTest {

    private static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final UUID BOB = UUID.fromString("c0a8012e-3b5f-4b1c-8a53-6d1f2f0c9e77");
    private static final String TOTALS = "{ users { user { name orders { total } } } }";

    private final AtomicInteger calls = new AtomicInteger();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id uuid primary key, name text not null, company uuid)",
                "create table orders (id int primary key, user_id uuid not null, total int not null, note text not null)",
                "create index on orders (user_id)",
                "insert into users values ('" + ANN + "', 'Ann', '" + ANN + "'), ('" + BOB + "', 'Bob', null)",
                "insert into orders values (1, '" + ANN + "', 12, 'x'), (2, '" + BOB + "', 30, 'y')");
    }

    @Test
    void rules_ofTheReadme_hideRowsOfOthers() {
        Service service = service(dovetail(open(), orders()));

        assertThat(data(ask(service, TOTALS, customer(ANN))))
                .isEqualTo("[{user={name=Ann, orders=[{total=12}]}}, {user={name=Bob, orders=[]}}]");
        assertThat(data(ask(service, TOTALS, Session.of("support", Map.of()))))
                .isEqualTo("[{user={name=Ann, orders=[{total=12}]}}, {user={name=Bob, orders=[{total=30}]}}]");
        assertThat(database.statements()).hasSize(4);
    }

    private static TableDefinition orders() {
        // spotless:off
        // snippet
        TableDefinition orders = TableDefinition.of("public", "orders").type("Order").columns("id", "total", "note")
                .access(AccessRule.forRole("support").allRows().allColumns().aggregates().build(),
                        AccessRule.forRole("customer")
                                .rows(RowFilter.column("user_id").eq(SessionVariable.of("user-id")))
                                .columns("id", "total")
                                .limit(100)
                                .build())
                .build();
        // end
        // spotless:on
        return orders;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders(where: {note: {_eq: \"x\"}}) { id }",
                "orders(order_by: [{note: asc}]) { id }",
                "orders(distinct_on: [note]) { id }",
                "orders: orders_connection(order_by: [{note: asc}]) { edges { node { id } } }",
                "orders: orders_aggregate { aggregate { count } }"
            })
    void customers_askForWhatIsHidden_areDeniedIt(String field) {
        ExecutionResult result =
                ask(service(dovetail(open(), orders())), "{ users { user { " + field + " } } }", customer(ANN));

        assertThat(Service.codes(result))
                .containsExactly("[users, 0, user, orders] access-denied", "[users, 1, user, orders] access-denied");
        assertThat(Service.errors(result).get(0)).contains("by the rule for role 'customer' of table public.orders");
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void hiddenColumn_isDeniedAtItsField() {
        ExecutionResult result =
                ask(service(dovetail(open(), orders())), "{ users { user { orders { id note } } } }", customer(ANN));

        assertThat(data(result)).isEqualTo("[{user={orders=[{id=1, note=null}]}}, {user={orders=[]}}]");
        assertThat(Service.codes(result)).containsExactly("[users, 0, user, orders, 0, note] access-denied");
        assertThat(database.statements()).noneMatch(sql -> sql.contains("note"));
    }

    @Test
    void roleWithoutARule_readsNothing() {
        ExecutionResult result = ask(service(dovetail(open(), orders())), TOTALS, Session.of("guest", Map.of()));

        assertThat(Service.codes(result))
                .containsExactly("[users, 0, user, orders] access-denied", "[users, 1, user, orders] access-denied");
    }

    @Test
    void sessionVariable_missing_refusedBeforeTheHandlerRuns() {
        ExecutionResult result = ask(service(dovetail(open(), orders())), TOTALS, Session.of("customer", Map.of()));

        assertThat(Service.codes(result)).containsExactly("[users, user, orders] session-variable-missing");
        assertThat(calls).hasValue(0);
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void filtersThroughRelationships_seeNoHiddenRows() {
        DovetailBuilder dovetail = dovetail(open(), orders())
                .relationship(ArrayRelationship.named("members")
                        .on("Person")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build());

        assertThat(data(ask(
                        service(dovetail),
                        "{ users { members(where: {orders: {total: {_gt: 0}}}) { name } } }",
                        customer(ANN))))
                .isEqualTo("[{members=[{name=Ann}]}, {members=[]}]");
    }

    @Test
    void tableWithoutRules_besideOneWithRules_isAFaultThatNamesOpen() {
        assertThatThrownBy(() -> service(dovetail(users().build(), orders())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("public.users")
                .hasMessageContaining(".open()");
    }

    @Test
    void conditionOfJooqs_ofTheReadme_readsTheRequest() {
        // spotless:off
        // snippet
        AccessRule colleagues = AccessRule.forRole("customer")
                .rows(JooqRows.where(context -> USERS.COMPANY.eq(context.<UUID>get("company"))))
                .columns("id", "name")
                .build();
        // end
        // spotless:on
        Service service = service(dovetail(users().access(colleagues).build(), orders()));

        assertThat(data(ask(service, "{ users { user { name } } }", customer(ANN))))
                .isEqualTo("[{user={name=Ann}}, {user=null}]");
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void rowLevelSecurity_ofTheReadme_hidesRowsOfOthers() {
        DSLContext dsl = database.dsl();
        database.run(
                "drop role if exists app_user",
                "create role app_user",
                "grant usage on schema public to app_user",
                "grant select on users, orders to app_user");
        new Readme().section("Row-level security").statements().forEach(database::run);
        // spotless:off
        // snippet
        JooqTableSource tables = JooqTableSource.on(dsl)
                .databaseSession((session, context) ->
                        DatabaseSession.NONE.role("app_user").setting("app.user_id", session.variable("user-id")))
                .build();
        // end
        // spotless:on
        TableDefinition orders = TableDefinition.of("public", "orders")
                .type("Order")
                .columns("total")
                .open()
                .build();
        Service service = service(dovetail(open(), orders).tables(tables));

        assertThat(data(ask(service, TOTALS, customer(BOB))))
                .isEqualTo("[{user={name=Ann, orders=[]}}, {user={name=Bob, orders=[{total=30}]}}]");
        assertThat(data(ask(service, TOTALS, Session.ANONYMOUS)))
                .isEqualTo("[{user={name=Ann, orders=[]}}, {user={name=Bob, orders=[]}}]");
        assertThat(database.statements()).hasSize(8);
    }

    @Test
    void limits_ofTheReadme_refuseWhatExceedsThem() {
        // spotless:off
        // snippet
        Limits limits = Limits.builder()
                .rowsPerRelationship(1_000)  // of one parent
                .rowsPerRequest(100_000)
                .depth(5)                    // of relationships in relationships
                .bytesPerBatch(64_000_000)   // about, in memory
                .build();                    // for Dovetail.builder().limits(limits)
        // end
        // spotless:on
        Session support = Session.of("support", Map.of());
        database.run("insert into orders select i, '" + BOB + "', i, '' from generate_series(3, 1002) i");
        Service service = service(dovetail(open(), orders()).limits(limits).relationship(userOfOrder()));

        ExecutionResult many = ask(service, TOTALS, support);
        ExecutionResult enough =
                ask(service, TOTALS.replace("orders", "orders(limit: 1000)").replace("total", "id"), support);
        database.forget();
        ExecutionResult deep =
                ask(service, "{ users { user { orders { user { orders { user { orders { id } } } } } } } }", support);

        assertThat(Service.codes(many)).containsExactly("[users, 1, user, orders] row-limit-exceeded");
        assertThat(data(many)).isEqualTo("[{user={name=Ann, orders=[{total=12}]}}, {user={name=Bob, orders=null}}]");
        assertThat(enough.getErrors()).isEmpty();
        assertThat(Service.codes(deep))
                .containsExactly("[users, user, orders, user, orders, user, orders] depth-limit-exceeded");
        assertThat(database.statements()).isEmpty();
    }

    private static ObjectRelationship userOfOrder() {
        return ObjectRelationship.named("user")
                .on("Order")
                .references("public", "users")
                .from("user_id")
                .to("id")
                .build();
    }

    private static TableDefinition.Builder users() {
        return TableDefinition.of("public", "users").type("User").columns("name");
    }

    private static TableDefinition open() {
        return users().open().build();
    }

    private static Session customer(UUID id) {
        return Session.of("customer", Map.of("user-id", id));
    }

    private DovetailBuilder dovetail(TableDefinition... tables) {
        DovetailBuilder dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .types("type Person { id: UUID! }")
                .action(ActionDefinition.query("users")
                        .returns("[Person!]!")
                        .handler(call -> {
                            calls.incrementAndGet();
                            return List.of(Map.of("id", ANN), Map.of("id", BOB));
                        })
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Person")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .aggregates()
                        .connection()
                        .filterable()
                        .build())
                .session(context -> context.getOrDefault(Session.class, Session.ANONYMOUS));
        List.of(tables).forEach(dovetail::table);
        return dovetail;
    }

    private Service service(DovetailBuilder dovetail) {
        Service service = Service.of(dovetail.build(), "type Query { version: String }");
        database.forget();
        return service;
    }

    private static ExecutionResult ask(Service service, String query, Session session) {
        return service.execute(query, input -> input.graphQLContext(Map.of(Session.class, session, "company", ANN)));
    }

    private static String data(ExecutionResult result) {
        Map<String, Object> data = result.getData();
        return data.get(data.keySet().iterator().next()).toString();
    }
}
