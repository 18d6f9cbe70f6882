package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.LimitExceededException;
import dev.dovetail.table.LimitExceededException.Limit;
import dev.dovetail.table.Table;
import dev.dovetail.table.TableName;
import dev.dovetail.table.TableRequest;
import dev.dovetail.table.TableRows;
import dev.dovetail.table.TableSource;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What the host bounds fails at the fields that would exceed it, with a code of its own. */
final class LimitsTest {

    private static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final UUID BOB = UUID.fromString("0b0fa5b3-0a0f-4c5f-8b7f-1c5d0b4f8e22");
    private static final String SDL = "type Query { version: String }";
    private static final String ORDERS = "{ outputs { orders { id } } }";

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ANN, "name", "Ann"), Map.of("id", BOB, "name", "Bob"))
            .add(
                    FakeTables.orders(),
                    Map.of("id", 1, "user_id", ANN),
                    Map.of("id", 2, "user_id", ANN),
                    Map.of("id", 3, "user_id", BOB));

    @Test
    void none_leavesRequestsUnlimited() {
        service(Limits.NONE).data(ORDERS);

        assertThat(tables.requests()).singleElement().satisfies(request -> {
            assertThat(request.maxRows()).isEqualTo(TableRequest.UNLIMITED);
            assertThat(request.maxBytes()).isEqualTo(TableRequest.UNLIMITED);
        });
    }

    @Test
    void rowsPerRequest_notExceeded_changesNothing() {
        assertThat(service(rows(3)).data(ORDERS))
                .hasToString("{outputs=[{orders=[{id=1}, {id=2}]}, {orders=[{id=3}]}]}");
        assertThat(tables.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.maxRows()).isEqualTo(3));
    }

    @Test
    void rowsPerRequest_isSpentByEachBatch() {
        ExecutionResult result = service(rows(4)).execute("{ outputs { orders { id user { name } } } }");

        assertThat(result.<Object>getData())
                .hasToString(
                        "{outputs=[{orders=[{id=1, user=null}, {id=2, user=null}]}, {orders=[{id=3, user=null}]}]}");
        assertThat(Service.errors(result))
                .containsExactlyInAnyOrder(
                        "[outputs, 0, orders, 0, user] row-limit-exceeded: "
                                + "Relationship Order.user has more rows than a request may read",
                        "[outputs, 0, orders, 1, user] row-limit-exceeded: "
                                + "Relationship Order.user has more rows than a request may read",
                        "[outputs, 1, orders, 0, user] row-limit-exceeded: "
                                + "Relationship Order.user has more rows than a request may read");
        assertThat(tables.requests()).extracting(TableRequest::maxRows).containsExactly(4L, 1L);
    }

    @Test
    void rowsPerRequest_ofOneInputExecutedTwice_beginsAnew() {
        GraphQL graphQL = Service.graphQL(dovetail(tables).limits(rows(3)).build(), SDL, wiring -> wiring)
                .build();
        ExecutionInput input = ExecutionInput.newExecutionInput(ORDERS).build();

        assertThat(graphQL.execute(input).getErrors()).isEmpty();
        assertThat(graphQL.execute(input).getErrors()).isEmpty();
    }

    @Test
    void rowsPerRequest_ofASubscription_isForEachEvent() {
        Service service = Service.of(
                dovetail(tables).limits(rows(2)).build(),
                SDL + " type Subscription { output: Output }",
                wiring -> wiring.type(
                        "Subscription",
                        type -> type.dataFetcher(
                                "output", environment -> new Events(Map.of("id", ANN), Map.of("id", ANN)))));

        assertThat(Events.answers(service.execute("subscription { output { orders { id } } }")))
                .extracting(ExecutionResult::toSpecification)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer).hasToString("{data={output={orders=[{id=1}, {id=2}]}}}"));
    }

    @Test
    void batch_thatTheSourceFindsTooLarge_saysWhatThereIsTooMuchOf() {
        for (Limit limit : Limit.values()) {
            Service service = Service.of(
                    dovetail(refusing(limit))
                            .limits(Limits.builder().bytesPerBatch(100).build())
                            .build(),
                    SDL);

            try (Logged logged = new Logged()) {
                assertThat(Service.codes(service.execute(ORDERS)))
                        .containsExactlyInAnyOrder(
                                "[outputs, 0, orders] " + code(limit), "[outputs, 1, orders] " + code(limit));
                assertThat(logged.lines())
                        .filteredOn(line -> line.startsWith("WARN"))
                        .containsExactly("WARN Relationship Output.orders: The batch exceeds its limit of " + limit);
            }
        }
    }

    @Test
    void bytesPerBatch_goesToTheSource() {
        service(Limits.builder().bytesPerBatch(100).build()).data(ORDERS);

        assertThat(tables.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.maxBytes()).isEqualTo(100));
    }

    @Test
    void rowsPerRelationship_pagesThatReadAlikeButShowMoreOrLess_haveAnswersOfTheirOwn() {
        String page = "orders_connection(first: %s) { edges { node { id } } pageInfo { hasNextPage } }";
        Service service = service(Limits.builder().rowsPerRelationship(1).build());

        ExecutionResult result =
                service.execute("{ outputs { a: " + page.formatted(1) + " b: " + page.formatted(2) + " } }");

        assertThat(result.<Object>getData())
                .hasToString("{outputs=[{a={edges=[{node={id=1}}], pageInfo={hasNextPage=true}}, b=null},"
                        + " {a={edges=[{node={id=3}}], pageInfo={hasNextPage=false}},"
                        + " b={edges=[{node={id=3}}], pageInfo={hasNextPage=false}}}]}");
        assertThat(Service.codes(result)).containsExactly("[outputs, 0, b] row-limit-exceeded");
    }

    @Test
    void negativeLimits_areFaults() {
        Limits negative = Limits.builder()
                .rowsPerRelationship(-1)
                .rowsPerRequest(-1)
                .depth(-1)
                .bytesPerBatch(-1)
                .build();

        assertThat(Faults.of(Dovetail.builder().limits(negative), SDL))
                .containsExactly(
                        "limits: rowsPerRelationship is negative; leave it out for no limit",
                        "limits: rowsPerRequest is negative; leave it out for no limit",
                        "limits: depth is negative; leave it out for no limit",
                        "limits: bytesPerBatch is negative; leave it out for no limit");
    }

    private static Limits rows(long rows) {
        return Limits.builder().rowsPerRequest(rows).build();
    }

    private static String code(Limit limit) {
        return limit == Limit.ROWS ? "row-limit-exceeded" : "memory-limit-exceeded";
    }

    private Service service(Limits limits) {
        return Service.of(dovetail(tables).limits(limits).build(), SDL);
    }

    private TableSource refusing(Limit limit) {
        return new TableSource() {
            @Override
            public Table describe(TableName name) {
                return tables.describe(name);
            }

            @Override
            public CompletionStage<TableRows> load(TableRequest request) {
                return CompletableFuture.failedFuture(new LimitExceededException(limit));
            }
        };
    }

    private static DovetailBuilder dovetail(TableSource source) {
        return Dovetail.builder()
                .tables(source)
                .types("type Output { id: ID }")
                .action(ActionDefinition.query("outputs")
                        .returns("[Output]")
                        .handler(call -> List.of(Map.of("id", ANN), Map.of("id", BOB)))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Output")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .connection()
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Order")
                        .references("public", "users")
                        .from("user_id")
                        .to("id")
                        .build());
    }
}
