package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Relationships that are nested too deeply are refused before any handler runs. */
final class DepthLimitTest {

    private static final UUID ANN = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String SDL = "type Query { version: String }";

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void depthThatIsReached_isNoFault() {
        ExecutionResult result = service(2).execute("{ output { deep { user { orders { id } } } } }");

        assertThat(result.getErrors()).isEmpty();
        assertThat(calls).hasValue(1);
    }

    @Test
    void deeperRelationships_areRefusedWhereTheyGoTooDeep() {
        ExecutionResult result = service(2).execute("""
                {
                  output {
                    user { mine: orders { ...owner } orders_aggregate { nodes { user { name } } } }
                    orders { owner: user { orders { id } } }
                  }
                }
                fragment owner on Order { user { orders { user { name } } } }
                """);

        assertThat(result.<Object>getData()).isNull();
        assertThat(Service.errors(result))
                .containsExactly(
                        "[output, user, mine, user] depth-limit-exceeded: "
                                + "Relationships may not be nested more than 2 deep",
                        "[output, user, orders_aggregate, nodes, user] depth-limit-exceeded: "
                                + "Relationships may not be nested more than 2 deep",
                        "[output, orders, owner, orders] depth-limit-exceeded: "
                                + "Relationships may not be nested more than 2 deep");
        assertThat(calls).hasValue(0);
    }

    @Test
    void fieldsThatAreSkipped_doNotCount() {
        assertThat(service(1)
                        .execute("{ output { user { orders @skip(if: true) { id } name } } }")
                        .getErrors())
                .isEmpty();
    }

    @Test
    void zero_leavesActionsWithoutRelationships() {
        assertThat(service(0).execute("{ output { id } }").getErrors()).isEmpty();
        assertThat(Service.codes(service(0).execute("{ output { user { name } } }")))
                .containsExactly("[output, user] depth-limit-exceeded");
    }

    private Service service(int depth) {
        return Service.of(
                Dovetail.builder()
                        .limits(Limits.builder().depth(depth).build())
                        .tables(FakeTables.shop())
                        .types("type Output { id: ID deep: Output }")
                        .action(ActionDefinition.query("output")
                                .returns("Output")
                                .handler(call -> {
                                    calls.incrementAndGet();
                                    return Map.of("id", ANN, "deep", Map.of("id", ANN));
                                })
                                .build())
                        .table(TableDefinition.of("public", "users")
                                .type("User")
                                .columns("name")
                                .build())
                        .table(TableDefinition.of("public", "orders")
                                .type("Order")
                                .columns("id")
                                .build())
                        .relationship(user("Output", "id"))
                        .relationship(user("Order", "user_id"))
                        .relationship(orders("Output"))
                        .relationship(orders("User"))
                        .build(),
                SDL);
    }

    private static ObjectRelationship user(String type, String field) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(field)
                .to("id")
                .build();
    }

    private static ArrayRelationship orders(String type) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from("id")
                .to("user_id")
                .aggregates()
                .build();
    }
}
