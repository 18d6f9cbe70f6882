package dev.dovetail.jooq;

import static dev.dovetail.jooq.Federated.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.DovetailBuilder;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ActionException;
import dev.dovetail.jooq.Federated.Answer;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Entities that are no rows are the host's, each in the place of its representation. */
final class OtherEntitiesTest {

    private static final String SDL = """
            union _Entity = User | Product | Courier
            extend type User @key(fields: "id")
            type Product @key(fields: "sku") { sku: ID! }
            type Courier @key(fields: "code") { code: ID! name: String }
            """;
    private static final List<Map<String, Object>> MIXED =
            List.of(of("Courier", "code", "a"), of("User", "id", 1), of("Courier", "code", "b"), of("User", "id", 2));
    private static final String NAMES = "... on User { name } ... on Courier { name }";

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text)",
            "create table orders (id int primary key, sku text)",
            "create index on orders (sku)",
            "insert into users values (1, 'Ann'), (2, 'Bob')",
            "insert into orders values (1, 'a'), (2, 'b'), (3, 'a')");
    private final List<Object> seen = new ArrayList<>();

    /** As a service needs no code for types that it only adds relationships to. */
    @Test
    void withoutTheHosts_representationsAreTheirEntities_andAreJoined() {
        Answer answer = Federated.of(database, dovetail(), SDL)
                .entities(
                        List.of(of("Product", "sku", "a"), of("User", "id", 1), of("Product", "sku", "c")),
                        "... on Product { sku orders { id } } ... on User { name }");

        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(2);
        assertThat(answer.entities())
                .containsExactly(
                        Map.of(
                                "__typename",
                                "Product",
                                "sku",
                                "a",
                                "orders",
                                List.of(Map.of("id", 1), Map.of("id", 3))),
                        Map.of("__typename", "User", "name", "Ann"),
                        Map.of("__typename", "Product", "sku", "c", "orders", List.of()));
    }

    @Test
    void hostsFetcher_isAskedOnceForWhatIsNoRow_andItsValuesKeepTheirPlaces() {
        Answer answer = mixed(environment -> CompletableFuture.completedFuture(couriers(environment)));

        assertThat(answer.codes()).isEmpty();
        assertThat(answer.statements()).hasSize(1);
        assertThat(seen).containsExactly(List.of(of("Courier", "code", "a"), of("Courier", "code", "b")));
        assertThat(answer.entities())
                .containsExactly(
                        courier("Courier a"),
                        Map.of("__typename", "User", "name", "Ann"),
                        courier("Courier b"),
                        Map.of("__typename", "User", "name", "Bob"));
    }

    @Test
    void hostsFetcher_isNotAsked_whereAllAreRows() {
        Federated service = service(this::couriers);

        assertThat(service.entities(List.of(of("User", "id", 1)), NAMES).codes())
                .isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void hostsErrors_haveThePlacesOfTheClient() {
        Answer answer = mixed(environment -> DataFetcherResult.newResult()
                .data(Arrays.asList(couriers(environment).get(0), null))
                .error(GraphqlErrorBuilder.newError(environment)
                        .message("Courier %s is away", "b")
                        .path(environment.getExecutionStepInfo().getPath().segment(1))
                        .extensions(Map.of("code", "away"))
                        .build())
                .build());

        assertThat(answer.entities()).element(2).isNull();
        assertThat(answer.codes()).containsExactly("[_entities, 2] away");
        assertThat(answer.result().getErrors().get(0).getMessage()).isEqualTo("Courier b is away");
    }

    @Test
    void hostsFailure_nullsItsOwnElementsAlone() {
        List<DataFetcher<?>> failing = List.of(
                environment -> {
                    throw new IllegalStateException("secret");
                },
                environment -> CompletableFuture.failedFuture(new IllegalStateException("secret")),
                environment -> List.of(),
                environment -> null,
                environment -> "secret");

        assertThat(failing).allSatisfy(fetcher -> {
            Answer answer = mixed(fetcher);

            assertThat(answer.codes())
                    .containsExactly("[_entities, 0] entity-fetch-failed", "[_entities, 2] entity-fetch-failed");
            assertThat(answer.entities().get(1)).isEqualTo(Map.of("__typename", "User", "name", "Ann"));
            assertThat(answer.result().toSpecification().toString()).doesNotContain("secret");
        });
    }

    @Test
    void hostsRefusal_isShown() {
        Answer answer = mixed(environment -> {
            throw new ActionException("No couriers today", Map.of("code", "strike"));
        });

        assertThat(answer.codes()).containsExactly("[_entities, 0] strike", "[_entities, 2] strike");
    }

    @Test
    void hostsLocalContext_isForItsOwnEntities() {
        Federated service = Federated.of(
                database,
                dovetail(),
                SDL,
                wiring -> wiring.type(
                        "Courier",
                        type -> type.dataFetcher("name", environment -> "of " + environment.getLocalContext())),
                entities -> entities.others(
                        environment -> DataFetcherResult.newResult()
                                .data(couriers(environment))
                                .localContext("depot")
                                .build(),
                        environment -> environment.getSchema().getObjectType("Courier")));

        assertThat(service.entities(MIXED, NAMES).entities())
                .element(2)
                .isEqualTo(Map.of("__typename", "Courier", "name", "of depot"));
    }

    private Answer mixed(DataFetcher<?> fetcher) {
        return service(fetcher).entities(MIXED, NAMES);
    }

    private Federated service(DataFetcher<?> fetcher) {
        return Federated.of(
                database,
                dovetail(),
                SDL,
                wiring -> wiring,
                entities -> entities.others(
                        fetcher, environment -> environment.getSchema().getObjectType("Courier")));
    }

    private List<Map<String, Object>> couriers(DataFetchingEnvironment environment) {
        List<Map<String, Object>> representations = environment.getArgument("representations");
        assertThat(environment.getArguments()).containsEntry("representations", representations);
        seen.add(representations);
        return representations.stream()
                .map(each -> courier("Courier " + each.get("code")))
                .toList();
    }

    private static Map<String, Object> courier(String name) {
        return Map.of("__typename", "Courier", "name", name);
    }

    private static DovetailBuilder dovetail() {
        return Dovetail.builder()
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Product")
                        .references("public", "orders")
                        .from("sku")
                        .to("sku")
                        .orderBy("id")
                        .build());
    }
}
