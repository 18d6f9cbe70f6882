package dev.dovetail.examples.ignite;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ActionCall;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.JooqTableSource;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Customers and their orders, whose rows anyone can compute: customer {@code c} is named {@code "customer c"}, and has the
 * orders {@code 10 c} to {@code 10 c + 9}, each of as many pieces as its number says.
 */
final class Shop {

    static final int CUSTOMERS = 1_000;
    static final int ORDERS_EACH = 10;

    /** An object, the last orders of each, and aggregates: one lookup for each, in three shapes. */
    static final String QUERY = """
            query ($ids: [Int!]!) {
              visits(ids: $ids) {
                customer { name }
                orders(order_by: {id: desc}, limit: 2) { id }
                orders_aggregate { aggregate { count sum { pieces } } }
              }
            }
            """;

    /** Ignite writes names in capitals that are not quoted. */
    private static final List<String> TABLES = List.of(
            "create table \"customers\" (\"id\" int primary key, \"name\" varchar not null) with \"backups=1\"",
            "create table \"orders\" (\"id\" int primary key, \"customer_id\" int not null, \"pieces\" int not null)"
                    + " with \"backups=1\"",
            "create index \"orders_of_customers\" on \"orders\" (\"customer_id\")");

    private static final int ROWS_PER_INSERT = 500;

    private Shop() {}

    static void create(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            insert(connection, "\"customers\" (\"id\", \"name\")", CUSTOMERS, id -> List.of(id, "customer " + id));
            insert(
                    connection,
                    "\"orders\" (\"id\", \"customer_id\", \"pieces\")",
                    CUSTOMERS * ORDERS_EACH,
                    id -> List.of(id, id / ORDERS_EACH, id));
        }
    }

    private static void insert(Connection connection, String into, int rows, IntFunction<List<Object>> row)
            throws SQLException {
        int width = row.apply(0).size();
        String values = "(" + "?, ".repeat(width - 1) + "?)";
        String statement = "insert into " + into + " values " + (values + ", ").repeat(ROWS_PER_INSERT - 1) + values;
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (int first = 0; first < rows; first += ROWS_PER_INSERT) {
                int index = 1;
                for (int id = first; id < first + ROWS_PER_INSERT; id++) {
                    for (Object value : row.apply(id)) {
                        insert.setObject(index++, value);
                    }
                }
                insert.execute();
            }
        }
    }

    static GraphQL service(DataSource dataSource) {
        Dovetail dovetail = dovetail(dataSource);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        GraphQLSchema schema = new SchemaGenerator()
                .makeExecutableSchema(
                        dovetail.extend(new SchemaParser().parse("type Query { version: String }")),
                        dovetail.wire(wiring).build());
        return GraphQL.newGraphQL(schema)
                .instrumentation(dovetail.instrumentation())
                .build();
    }

    @SuppressWarnings("removal") // jOOQ means to give Ignite up
    private static Dovetail dovetail(DataSource dataSource) {
        return Dovetail.builder()
                .tables(JooqTableSource.of(DSL.using(dataSource, SQLDialect.IGNITE)))
                .types("type Visit { customerId: Int }")
                .action(ActionDefinition.query("visits")
                        .argument("ids", "[Int!]!")
                        .returns("[Visit!]!")
                        .handler(Shop::visits)
                        .build())
                .table(table("customers", "Customer"))
                .table(table("orders", "Order"))
                .relationship(ObjectRelationship.named("customer")
                        .on("Visit")
                        .references("PUBLIC", "customers")
                        .from("customerId")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("Visit")
                        .references("PUBLIC", "orders")
                        .from("customerId")
                        .to("customer_id")
                        .aggregates()
                        .build())
                .build();
    }

    private static TableDefinition table(String name, String type) {
        return TableDefinition.of("PUBLIC", name).type(type).allColumns().open().build();
    }

    private static List<Map<String, Integer>> visits(ActionCall call) {
        List<Integer> ids = Objects.requireNonNull(call.<List<Integer>>argument("ids"));
        return ids.stream().map(id -> Map.of("customerId", id)).toList();
    }

    /** What the query's {@code visits} are for these customers. */
    static List<Map<String, Object>> expected(List<Integer> ids) {
        return ids.stream().map(Shop::expected).toList();
    }

    private static Map<String, Object> expected(int id) {
        int first = id * ORDERS_EACH;
        int last = first + ORDERS_EACH - 1;
        return Map.of(
                "customer", Map.of("name", "customer " + id),
                "orders", List.of(Map.of("id", last), Map.of("id", last - 1)),
                "orders_aggregate",
                        Map.of(
                                "aggregate",
                                Map.of(
                                        "count",
                                        ORDERS_EACH,
                                        "sum",
                                        Map.of(
                                                "pieces",
                                                LongStream.rangeClosed(first, last)
                                                        .sum()))));
    }
}
