package shop;

import com.sun.net.httpserver.HttpServer;
import dev.dovetail.Dovetail;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.JooqTableSource;
import dev.dovetail.webhook.Webhook;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The README's first example on H2, with its service, and an action with classes of its own. */
final class Shop {

    private static final String USER = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    /** What a handler takes, and what another gives, as classes of the host's. */
    record Caller(String name) {}

    record Greeting(String text) {}

    private Shop() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        HttpServer users = usersService();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop")) {
            DSLContext dsl = DSL.using(connection);
            fill(dsl);
            URI service = URI.create("http://127.0.0.1:" + users.getAddress().getPort() + "/");
            GraphQL graphQL = graphQL(dsl, service);
            check(graphQL, "mutation { createUser(name: \"Hodor\") { id user { name orders { total } } } }",
                    "{createUser={id=" + USER + ", user={name=Hodor, orders=[{total=12.50}, {total=30.00}]}}}");
            check(graphQL, "{ greet(name: \"Hodor\") { text } }", "{greet={text=Hello, Hodor}}");
        } finally {
            users.stop(0);
        }
    }

    private static GraphQL graphQL(DSLContext dsl, URI usersService) {
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .types("type UserOutput { id: UUID! } type Greeting { text: String! }")
                .action(ActionDefinition.query("greet").argument("name", "String!").returns("Greeting")
                        .handler(call -> new Greeting("Hello, " + call.arguments(Caller.class).name())).build())
                .action(ActionDefinition.mutation("createUser").argument("name", "String!").returns("UserOutput")
                        .handler(Webhook.post(usersService).build()).build())
                .table(TableDefinition.of("public", "users").type("User").columns("name").build())
                .table(TableDefinition.of("public", "orders").type("Order").columns("total").build())
                .relationship(ObjectRelationship.named("user").on("UserOutput")
                        .references("public", "users").from("id").to("id").build())
                .relationship(ArrayRelationship.named("orders").on("User")
                        .references("public", "orders").from("id").to("user_id").orderBy("id").build())
                .build();
        TypeDefinitionRegistry registry = new SchemaParser().parse("type Query { now: String }");
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        dovetail.extend(registry);
        dovetail.wire(wiring);
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry, wiring.build()))
                .instrumentation(dovetail.instrumentation()).build();
    }

    private static void fill(DSLContext dsl) {
        dsl.execute("create schema \"public\"");
        dsl.execute("create table \"public\".\"users\" (\"id\" uuid primary key, \"name\" varchar not null)");
        dsl.execute("create table \"public\".\"orders\" (\"id\" int primary key, \"user_id\" uuid not null,"
                + " \"total\" numeric(10, 2) not null)");
        dsl.execute("create index \"by_user\" on \"public\".\"orders\" (\"user_id\")");
        dsl.execute("insert into \"public\".\"users\" values ('" + USER + "', 'Hodor')");
        dsl.execute("insert into \"public\".\"orders\" values (1, '" + USER + "', 12.50), (2, '" + USER + "', 30.00)");
    }

    private static HttpServer usersService() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = ("{\"id\": \"" + USER + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void check(GraphQL graphQL, String query, String expected) {
        String answer = graphQL.execute(query).toSpecification().toString();
        if (!answer.equals("{data=" + expected + "}")) {
            throw new IllegalStateException("Expected " + expected + ", got " + answer);
        }
        System.out.println((Shop.class.getModule().isNamed() ? "With modules: " : "On the class path: ") + answer);
    }
}
