package dev.dovetail;

import static dev.dovetail.access.RowFilter.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.access.RowFilter;
import dev.dovetail.access.SessionVariable;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.session.Session;
import dev.dovetail.table.Column;
import dev.dovetail.table.Filter;
import dev.dovetail.table.Link;
import dev.dovetail.table.Operator;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableQuery;
import dev.dovetail.table.TableRequest;
import graphql.ExecutionResult;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller may read, by its role's rule with its session's variables in it. */
final class AccessRulesTest {

    private static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String SDL = "type Query { version: String }";
    private static final String TOTALS = "{ output { orders { total } } }";

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ANN, "name", "Ann", "auth0_id", "auth0|ann"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ANN, "total", 10));

    /** What {@link dev.dovetail.access.NativeRows} gives in these tests. */
    private record Tenant(String name) implements Filter.Native {}

    @Test
    void ruleOfARole_filtersByTheSessionsVariables() {
        AccessRule rule = AccessRule.forRole("user")
                .rows(RowFilter.all(
                        column("user_id").eq(SessionVariable.of("user-id")),
                        RowFilter.any(
                                column("id").in(SessionVariable.of("ids")),
                                RowFilter.not(
                                        RowFilter.related("user", column("name").eq("Bob"))))))
                .rows((session, context) -> new Tenant("acme"))
                .columns("total")
                .build();

        Service.of(dovetail(Session.of("user", Map.of("user-id", ANN.toString(), "ids", new int[] {1, 2})), rule), SDL)
                .data(TOTALS);

        assertThat(filter())
                .isEqualTo(new Filter.All(List.of(
                        new Filter.Comparison(named(FakeTables.orders(), "user_id"), Operator.EQ, ANN),
                        new Filter.Any(List.of(
                                new Filter.Comparison(named(FakeTables.orders(), "id"), Operator.IN, List.of(1, 2)),
                                new Filter.Not(new Filter.Related(
                                        new Link(
                                                List.of(named(FakeTables.orders(), "user_id")),
                                                related().target(),
                                                List.of(named(FakeTables.users(), "id"))),
                                        new Filter.Comparison(
                                                named(FakeTables.users(), "name"), Operator.EQ, "Bob"))))),
                        new Tenant("acme"))));
    }

    @Test
    void callersWithoutARuleOfTheirOwn_haveThatForEveryone() {
        AccessRule[] rules = {
            AccessRule.forRole("user").rows(column("id").eq(1)).allColumns().build(),
            AccessRule.forEveryone().rows(column("id").eq(2)).allColumns().build()
        };

        for (String role : new String[] {"user", "guest", null}) {
            Service.of(dovetail(Session.of(role, Map.of()), rules), SDL).data(TOTALS);
        }

        assertThat(tables.requests())
                .extracting(
                        request -> ((Filter.Comparison) request.query().rows().filter()).value())
                .containsExactly(1, 2, 2);
    }

    @Test
    void callersWithoutAnyRule_areRefusedByNameAndReadNothing() {
        AccessRule rule = AccessRule.forRole("user").allRows().allColumns().build();

        assertThat(errors(Session.of("guest", Map.of()), TOTALS, rule))
                .containsExactly("[output, orders] access-denied: "
                        + "Role 'guest' may not read table public.orders, by its access rules");
        assertThat(errors(Session.ANONYMOUS, TOTALS, rule))
                .containsExactly("[output, orders] access-denied: "
                        + "A caller without a role may not read table public.orders, by its access rules");
        assertThat(tables.requests()).isEmpty();
    }

    @Test
    void hiddenColumn_isRefusedAtItsFieldAndNotRead() {
        AccessRule rule = AccessRule.forRole("user").allRows().columns("id").build();
        ExecutionResult result = Service.of(dovetail(Session.of("user", Map.of()), rule), SDL)
                .execute("{ output { orders { id sum: total } } }");

        assertThat(result.<Object>getData()).hasToString("{output={orders=[{id=1, sum=null}]}}");
        assertThat(Service.errors(result))
                .containsExactly("[output, orders, 0, sum] access-denied: 'total' of type Order may not be read, "
                        + "by the rule for role 'user' of table public.orders");
        assertThat(tables.requests().get(0).query().columns())
                .extracting(Column::name)
                .containsExactly("id");
    }

    @Test
    void hiddenColumn_stillJoins() {
        AccessRule rule = AccessRule.forRole("user").allRows().columns("id").build();

        assertThat(Service.of(dovetail(Session.of("user", Map.of()), rule), SDL)
                        .data("{ output { orders { user { name } } } }"))
                .hasToString("{output={orders=[{user={name=Ann}}]}}");
    }

    @Test
    void fieldOfTheHosts_thatReadsAHiddenColumn_isRefused() {
        AccessRule rule = AccessRule.forRole("user").allRows().columns("id").build();
        Dovetail dovetail = builder(Session.of("user", Map.of()))
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .field("price")
                        .requires("total")
                        .access(rule)
                        .build())
                .build();
        Service service = Service.of(
                dovetail,
                SDL + " type Order { price: String }",
                wiring -> wiring.type(
                        "Order",
                        type -> type.dataFetcher("price", environment -> {
                            Map<String, Object> row = environment.getSource();
                            assertThat(row).doesNotContainKey("total").hasToString("{id=1}");
                            return row.get("total") + " EUR";
                        })));

        ExecutionResult result = service.execute("{ output { orders { id price } } }");

        assertThat(result.<Object>getData()).hasToString("{output={orders=[{id=1, price=null}]}}");
        assertThat(result.toSpecification().toString())
                .contains("access-denied")
                .doesNotContain("10 EUR");
    }

    @Test
    void generatedColumn_isNonNullOnlyWhereNoRuleHidesIt() {
        String sdl = dovetail(
                        Session.ANONYMOUS,
                        AccessRule.forRole("user").allRows().columns("id").build(),
                        AccessRule.forRole("admin").allRows().allColumns().build())
                .printSchema(new SchemaParser().parse(SDL));

        assertThat(sdl).contains("id: Int!").contains("user_id: UUID\n").contains("paid: Boolean\n");
    }

    @Test
    void limitOfARule_boundsTheRowsOfAParent() {
        AccessRule rule =
                AccessRule.forRole("user").allRows().allColumns().limit(5).build();
        Service service = Service.of(dovetail(Session.of("user", Map.of()), rule), SDL);

        service.data(TOTALS);
        service.data("{ output { orders(limit: 3) { total } } }");
        service.data("{ output { orders(limit: 9) { total } } }");

        assertThat(tables.requests())
                .extracting(request -> Math.min(
                        request.query().rowsPerKey(), request.query().rows().limit()))
                .containsExactly(5, 3, 5);
    }

    @Test
    void aggregates_areRefusedUnlessTheRuleAllowsThem() {
        String count = "{ output { orders_aggregate { aggregate { count } } } }";

        assertThat(errors(
                        Session.of("user", Map.of()),
                        count,
                        AccessRule.forRole("user").allRows().allColumns().build()))
                .containsExactly("[output, orders_aggregate] access-denied: "
                        + "Aggregates of Order may not be read, by the rule for role 'user' of table public.orders");
        assertThat(errors(
                        Session.of("user", Map.of()),
                        count,
                        AccessRule.forRole("user")
                                .allRows()
                                .allColumns()
                                .aggregates()
                                .build()))
                .isEmpty();
    }

    @Test
    void nativeRowsThatFail_letNobodyRead() {
        AccessRule throwing = AccessRule.forRole("user")
                .rows((session, context) -> {
                    throw new IllegalStateException("s3cret");
                })
                .allColumns()
                .build();

        try (Logged logged = new Logged()) {
            assertThat(errors(Session.of("user", Map.of()), TOTALS, throwing))
                    .containsExactly("[output, orders] access-denied: "
                            + "Table public.orders may not be read: its rule failed");
            assertThat(logged.lines()).contains("ERROR the rule for role 'user' of table public.orders failed");
            assertThat(logged.causes()).contains("s3cret");
        }
        assertThat(tables.requests()).isEmpty();
    }

    @Test
    void tableThatIsOpen_isReadWhole() {
        AccessRule rule = AccessRule.forRole("admin").allRows().allColumns().build();

        Service.of(dovetail(Session.of("guest", Map.of()), rule), SDL).data("{ output { user { name } } }");

        assertThat(filter()).isEqualTo(Filter.EVERYTHING);
        assertThat(tables.requests().get(0).query().rowsPerKey()).isNotEqualTo(TableQuery.ALL_ROWS);
    }

    private Filter filter() {
        return tables.requests().stream()
                .map(TableRequest::query)
                .findFirst()
                .orElseThrow()
                .rows()
                .filter();
    }

    private Link related() {
        Filter.Any any = (Filter.Any) ((Filter.All) filter()).filters().get(1);
        return ((Filter.Related) ((Filter.Not) any.filters().get(1)).filter()).link();
    }

    private static Column named(Table table, String name) {
        return table.columns().get(table.position(name));
    }

    private List<String> errors(Session session, String query, AccessRule... rules) {
        return Service.errors(Service.of(dovetail(session, rules), SDL).execute(query));
    }

    private Dovetail dovetail(Session session, AccessRule... rules) {
        return builder(session)
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .access(rules)
                        .build())
                .build();
    }

    private DovetailBuilder builder(Session session) {
        return Dovetail.builder()
                .tables(tables)
                .session(context -> session)
                .types("type Output { id: ID }")
                .action(ActionDefinition.query("output")
                        .returns("Output")
                        .handler(call -> Map.of("id", ANN))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .open()
                        .build())
                .relationship(user("Output", "id").build())
                .relationship(user("Order", "user_id").build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Output")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .aggregates()
                        .build());
    }

    private static ObjectRelationship.Builder user(String type, String field) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(field)
                .to("id");
    }
}
