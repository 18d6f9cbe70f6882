package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs what the README says of seeing joins. */
final class ReadmeSeeingTest {

    private final JsonMapper json = JsonMapper.shared();
    private final List<String> recorded = new ArrayList<>();
    private final TestDatabase database = TestDatabase.with(
            "create table orders (id int primary key, user_id int)",
            "create index on orders (user_id)",
            "insert into orders values (1, 1), (2, 2), (3, 2)");

    private interface Metrics {
        void record(String relationship, int keys, long rows, Duration time);
    }

    @Test
    void example_recordsEachBatch_andTracesForDevelopers() {
        Service service = Service.of(
                dovetail(database.dsl(), (relationship, keys, rows, time) -> recorded.add(relationship + keys + rows)),
                "type Query { version: String }");

        ExecutionResult traced = service.execute(
                "{ outputs { orders { id } } }", input -> input.graphQLContext(Map.of("developer", true)));
        ExecutionResult others = service.execute("{ outputs { orders { id } } }");

        assertThat(recorded).containsExactly("Output.orders33", "Output.orders33");
        assertThat(others.getExtensions()).isNull();
        JsonNode shown = json.readTree(new Readme().section("Seeing joins").block("json"));
        JsonNode trace = json.valueToTree(traced.getExtensions().get("dovetail"));
        assertThat(withoutTimes(trace)).hasToString(withoutTimes(shown).toString());
    }

    /** The statement is shown in part. */
    private Map<String, Object> withoutTimes(JsonNode trace) {
        assertThat(trace.get("millis").isDouble()).isTrue();
        Map<String, Object> join = json.treeToValue(trace.get("joins").get(0), Map.class);
        assertThat(join.remove("millis")).isInstanceOf(Double.class);
        assertThat(join.remove("startMillis")).isInstanceOf(Double.class);
        assertThat((List<?>) join.remove("statements"))
                .singleElement()
                .asString()
                .startsWith("select ")
                .contains("from unnest(cast(? as ", ")) with ordinality as ");
        return join;
    }

    private static Dovetail dovetail(DSLContext dsl, Metrics metrics) {
        // spotless:off
        // snippet
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .listener(join -> new JoinWatch() {
                    @Override
                    public void finished(JoinResult result) {
                        metrics.record(join.relationship(), join.keys(), result.rows(), result.time());
                    }
                })
                .joinTrace(context -> context.getBoolean("developer"))
        // end
                .types("type Output { id: Int }")
                .action(ActionDefinition.query("outputs")
                        .returns("[Output]")
                        .handler(call -> List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 2), Map.of("id", 3)))
                        .build())
                .table(TableDefinition.of("public", "orders").type("Order").columns("id").build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Output").references("public", "orders").from("id").to("user_id")
                        .build())
                .build();
        // spotless:on
        return dovetail;
    }
}
