package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The host's data fetchers go before Dovetail's, whichever way the schema is extended. */
final class HostFetchersTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String SDL = """
            type Query { user: UserOutput }
            type UserOutput { id: ID user: User }
            type User { id: ID name: String }
            """;
    private static final String QUERY = "{ user { id user { name } } }";

    private final FakeTables tables = FakeTables.none().add(FakeTables.users(), Map.of("id", ID, "name", "Hodor"));

    @Test
    void actionWithoutHandler_leavesTheFieldsFetcherAndJoinsItsAnswer() {
        Dovetail dovetail = dovetail(null);
        Map<String, Object> expected = Map.of("user", Map.of("id", ID.toString(), "user", Map.of("name", "Hodor")));

        assertThat(Service.of(dovetail, SDL, HostFetchersTest::host).data(QUERY))
                .isEqualTo(expected);
        assertThat(Service.of(dovetail, dovetail.extend(hostSchema())).data(QUERY))
                .isEqualTo(expected);
    }

    @Test
    void handler_ofAFieldWithoutFetcher_answers() {
        Dovetail dovetail = dovetail(call -> Map.of("id", ID));
        Map<String, Object> expected = Map.of("user", Map.of("id", ID.toString(), "user", Map.of("name", "Hodor")));

        assertThat(Service.of(dovetail, SDL).data(QUERY)).isEqualTo(expected);
        assertThat(Service.of(dovetail, dovetail.extend(Service.hostSchema(SDL, wiring -> wiring)))
                        .data(QUERY))
                .isEqualTo(expected);
    }

    @Test
    void handler_ofAFieldWithFetcher_isNotUsedAndAWarningSaysSo() {
        Dovetail dovetail = dovetail(call -> {
            throw new AssertionError("called");
        });
        String warning =
                "WARN Query.user: the host has a data fetcher for it, which stays; that of Dovetail is not used";

        try (Logged logged = new Logged()) {
            GraphQLSchema extended = dovetail.extend(hostSchema());
            assertThat(logged.lines()).containsExactly(warning);
            assertThat(Service.of(dovetail, extended).data("{ user { id } }"))
                    .isEqualTo(Map.of("user", Map.of("id", ID.toString())));
        }
        try (Logged logged = new Logged()) {
            Service service = Service.of(dovetail, SDL, HostFetchersTest::host);
            assertThat(logged.lines()).containsExactly(warning);
            assertThat(service.data("{ user { id } }")).isEqualTo(Map.of("user", Map.of("id", ID.toString())));
        }
    }

    @Test
    void relationship_thatTheHostFetchesItself_staysTheHosts() {
        Dovetail dovetail = dovetail(call -> Map.of("id", ID));
        DataFetcher<?> own = environment -> Map.of("name", "the host's");
        Map<String, Object> expected = Map.of("user", Map.of("user", Map.of("name", "the host's")));

        try (Logged logged = new Logged()) {
            assertThat(Service.of(dovetail, SDL, wiring -> user(wiring, own)).data("{ user { user { name } } }"))
                    .isEqualTo(expected);
            assertThat(Service.of(dovetail, dovetail.extend(Service.hostSchema(SDL, wiring -> user(wiring, own))))
                            .data("{ user { user { name } } }"))
                    .isEqualTo(expected);
            assertThat(logged.lines())
                    .hasSize(2)
                    .containsOnly("WARN UserOutput.user: the host has a data fetcher for it, which stays; "
                            + "that of Dovetail is not used");
        }
        assertThat(tables.requests()).isEmpty();
    }

    @Test
    void builtSchema_extendedTwice_answersAsOnce() {
        Dovetail dovetail = dovetail(call -> Map.of("id", ID));
        GraphQLSchema once = dovetail.extend(Service.hostSchema(SDL, wiring -> wiring));
        try (Logged logged = new Logged()) {
            GraphQLSchema twice = dovetail.extend(once);

            assertThat(Service.of(dovetail, twice).data(QUERY))
                    .isEqualTo(Service.of(dovetail, once).data(QUERY));
            assertThat(dovetail.printSchema(twice)).isEqualTo(dovetail.printSchema(once));
            assertThat(logged.lines()).isEmpty();
        }
    }

    private static RuntimeWiring.Builder user(RuntimeWiring.Builder wiring, DataFetcher<?> fetcher) {
        return wiring.type("UserOutput", type -> type.dataFetcher("user", fetcher));
    }

    private static RuntimeWiring.Builder host(RuntimeWiring.Builder wiring) {
        return wiring.type("Query", type -> type.dataFetcher("user", environment -> Map.of("id", ID)));
    }

    private static GraphQLSchema hostSchema() {
        return Service.hostSchema(SDL, HostFetchersTest::host);
    }

    private Dovetail dovetail(ActionHandler handler) {
        ActionDefinition.Builder action = ActionDefinition.query("user");
        if (handler != null) {
            action.handler(handler);
        }
        return Dovetail.builder()
                .tables(tables)
                .action(action.build())
                .table(TableDefinition.of("public", "users").type("User").build())
                .relationship(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .build();
    }
}
