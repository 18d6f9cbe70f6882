package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a joined row of three columns takes in memory while a request is answered: a bound that does not depend on time. */
final class AllocationTest {

    private static final int ROWS = 20_000;
    private static final String QUERY = "{ outputs { rows { id name total } } }";

    private final TestDatabase database = TestDatabase.with(
            "create table rows (id int primary key, parent int, name text, total int)",
            "create index on rows (parent)",
            "insert into rows select n, n % 20, 'name', 100000 + n from generate_series(1, " + ROWS + ") n");
    private final Dovetail dovetail = Dovetail.builder()
            .tables(JooqTableSource.of(database.plain()))
            .types("type Output { key: Int }")
            .action(ActionDefinition.query("outputs")
                    .returns("[Output]")
                    .handler(call -> LongStream.range(0, 20)
                            .mapToObj(key -> Map.of("key", (int) key))
                            .toList())
                    .build())
            .table(TableDefinition.of("public", "rows").type("Row").allColumns().build())
            .relationship(ArrayRelationship.named("rows")
                    .on("Output")
                    .references("public", "rows")
                    .from("key")
                    .to("parent")
                    .build())
            .build();
    private final GraphQLSchema schema = Service.schema(dovetail, "type Query { version: String }", wiring -> wiring);

    @Test
    void executionStrategy_takesLessThanAKilobyteForEachRow_andAThirdOfTheEngine() {
        GraphQL.Builder graphQL = GraphQL.newGraphQL(schema).instrumentation(dovetail.instrumentation());
        Service engine = Service.of(graphQL.build());
        Service own = Service.of(
                graphQL.queryExecutionStrategy(dovetail.executionStrategy()).build());

        long bytesOfEngine = bytesPerRow(engine);
        long bytesOfOwn = bytesPerRow(own);

        assertThat(bytesOfOwn).isLessThan(1_000).isLessThan(bytesOfEngine / 3);
    }

    /** By the thread that answers, which does everything. */
    private static long bytesPerRow(Service service) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        service.data(QUERY);
        long before = threads.getCurrentThreadAllocatedBytes();
        Map<String, Object> data = service.data(QUERY);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat((List<?>) data.get("outputs")).hasSize(20);
        return bytes / ROWS;
    }
}
