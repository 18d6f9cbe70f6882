package dev.dovetail.jooq;

import static dev.dovetail.jooq.readme.Users.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dovetail.Description;
import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ActionException;
import dev.dovetail.session.Session;
import dev.dovetail.webhook.Webhook;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Runs the README: its Java is the code between the marks here, its query, answer and statements are its own. */
final class ReadmeTest {

    /** The tests that run the README's snippets. */
    private static final List<String> RUN = List.of(
            "ReadmeTest",
            "HasuraProjectTest",
            "ReadmeActionsTest",
            "ReadmeFeaturesTest",
            "ReadmeAccessTest",
            "ReadmeTuningTest",
            "ReadmeStandbysTest",
            "ReadmeSeeingTest",
            "H2ContractTest",
            "../../../../codegen/host/GeneratedShop");

    private static final String HODOR = "7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11";

    private final Readme readme = new Readme();
    private TestDatabase database;
    private Description described;
    private HttpServer service;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.with(
                "create table users (id uuid primary key, name text not null, auth0_id text)",
                "create table orders (id int primary key, user_id uuid not null, total numeric(10, 2) not null)",
                "create index on orders (user_id)",
                "insert into users values ('" + HODOR + "', 'Hodor', 'auth0|42')",
                "insert into orders values (1, '" + HODOR + "', 12.50), (2, '" + HODOR + "', 30)");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] answer = ("{\"id\":\"" + HODOR + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void everyJavaSnippet_isCodeOfThisTest() {
        assertThat(readme.without("Spring for GraphQL", "Netflix DGS", "Federation")
                        .blocks("java"))
                .containsExactlyInAnyOrderElementsOf(Readme.marked(RUN));
    }

    @Test
    void everyQuery_isOneThatIsRun() {
        assertThat(readme.without("Federation").headings("graphql"))
                .containsExactly(
                        "Names",
                        "Relationships in the schema",
                        "Filters, orders, limits",
                        "Aggregates",
                        "Connections",
                        "Lists of keys");
    }

    @Test
    void firstScreen_answersAsItSays() {
        Service service = Service.of(firstScreen(database.dsl(), URI.create(address("/createUser"))));
        database.forget();

        Map<String, Object> answer = Map.of("data", service.data(readme.block("graphql")));

        JsonMapper json = JsonMapper.shared();
        assertThat(json.readTree(json.writeValueAsString(answer))).isEqualTo(json.readTree(readme.block("json")));
        assertThat(database.statements()).map(Readme::words).containsExactlyElementsOf(readme.statements());
    }

    @Test
    void description_isThatOfTheFirstScreen() {
        firstScreen(database.dsl(), URI.create(address("/createUser")));
        Readme shown = readme.section("Looking at the configuration");

        assertThat(shown.block("text")).isEqualTo(described.text().strip());
        assertThat(shown.block("mermaid")).isEqualTo(described.mermaid().strip());
    }

    private GraphQL firstScreen(DSLContext dsl, URI usersService) {
        TypeDefinitionRegistry registry = new SchemaParser().parse("type Query { version: String }");
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        // spotless:off
        // snippet
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .types("type UserOutput { id: UUID! }")
                .action(ActionDefinition.mutation("createUser").argument("name", "String!").returns("UserOutput")
                        .handler(Webhook.post(usersService).build()).build())
                .table(TableDefinition.of("public", "users").type("User").columns("name").build())
                .table(TableDefinition.of("public", "orders").type("Order").columns("total").build())
                .relationship(ObjectRelationship.named("user").on("UserOutput")
                        .references("public", "users").from("id").to("id").build())
                .relationship(ArrayRelationship.named("orders").on("User")
                        .references("public", "orders").from("id").to("user_id").orderBy("id").build())
                .build();
        dovetail.extend(registry);  // your TypeDefinitionRegistry gets the types and fields
        dovetail.wire(wiring);      // your RuntimeWiring.Builder gets the data fetchers
        GraphQL graphQL = GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry, wiring.build()))
                .instrumentation(dovetail.instrumentation()).build();
        // end
        // spotless:on
        described = dovetail.describe();
        return graphQL;
    }

    @Test
    void inProcessAction_ofExistingField_answersOrRefuses() {
        DSLContext dsl = database.dsl();
        // spotless:off
        // snippet
        record Login(String name) {}

        ActionDefinition login = ActionDefinition.mutation("login")
                .handler(call -> {
                    Login input = call.arguments(Login.class);
                    UUID id = dsl.select(USERS.ID).from(USERS).where(USERS.NAME.eq(input.name())).fetchOne(USERS.ID);
                    if (id == null) {
                        throw new ActionException("Nobody has that name", Map.of("code", "user-unknown"));
                    }
                    return Map.of("id", id);
                })
                .build();
        // end
        // spotless:on
        Service service = Service.of(existingSchema(dsl, login));

        assertThat(service.data("mutation { login(name: \"Hodor\") { id } }"))
                .isEqualTo(Map.of("login", Map.of("id", HODOR)));
        assertThat(Service.codes(service.execute("mutation { login(name: \"Nobody\") { id } }")))
                .containsExactly("[login] user-unknown");
    }

    @Test
    void typedDefinitions_ofBuiltSchema_join() {
        DSLContext dsl = database.dsl();
        ActionDefinition login = ActionDefinition.mutation("login")
                .handler(call -> Map.of("id", HODOR))
                .build();
        Service service = Service.of(existingSchema(dsl, login));
        assertThat(service.data("mutation { login(name: \"Hodor\") { user { name } } }"))
                .isEqualTo(Map.of("login", Map.of("user", Map.of("name", "Hodor"))));
    }

    private static GraphQL existingSchema(DSLContext dsl, ActionDefinition login) {
        GraphQLSchema existing = new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse("""
                                        type Query { version: String }
                                        type Mutation { login(name: String!): LoginOutput }
                                        type LoginOutput { id: ID! }
                                        """),
                        RuntimeWiring.newRuntimeWiring().build());
        // spotless:off
        // snippet
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(dsl))
                .action(login)
                .table(JooqTable.of(USERS, USERS.NAME).type("User").build())
                .relationship(JooqRelationship.object("user").on("LoginOutput")
                        .references(USERS).from("id").to(USERS.ID).build())
                .build();
        GraphQLSchema schema = dovetail.extend(existing);
        // end
        // spotless:on
        return GraphQL.newGraphQL(schema)
                .instrumentation(dovetail.instrumentation())
                .build();
    }

    @Test
    void hostField_requiresColumn_readsItFromTheRow() {
        TypeDefinitionRegistry registry = new SchemaParser().parse("""
                        type Query { me: Me }
                        type Me { id: ID! }
                        extend type User { provider: String }
                        """);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("me", environment -> Map.of("id", HODOR)));
        // spotless:off
        // snippet
        TableDefinition users = TableDefinition.of("public", "users").type("User")
                .columns("id", "name")
                .field("name").description("How the user wants to be called")
                .field("provider").requires("auth0_id")
                .build();

        wiring.type("User", type -> type.dataFetcher("provider", environment -> {
            Map<String, String> row = environment.getSource();
            return row.get("auth0_id").split("\\|")[0];
        }));
        // end
        // spotless:on
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .table(users)
                .relationship(ObjectRelationship.named("user")
                        .on("Me")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .build();
        dovetail.extend(registry);
        dovetail.wire(wiring);
        Service service =
                Service.of(GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry, wiring.build()))
                        .instrumentation(dovetail.instrumentation())
                        .build());

        assertThat(service.data("{ me { user { provider } } }"))
                .isEqualTo(Map.of("me", Map.of("user", Map.of("provider", "auth0"))));
    }

    /** A client of a REST service, as the README's reader may have one. */
    private record Auth0(List<String> asked) {

        Map<String, Object> profiles(List<String> ids, Integer pixels) {
            asked.addAll(ids);
            Map<String, Object> profiles = new HashMap<>();
            ids.forEach(id -> profiles.put(id, Map.of("email", id + "@example.com", "picture", pixels + ".png")));
            return profiles;
        }
    }

    @Test
    void remoteRelationship_ofTheReadme_asksTheClientOnce() {
        Auth0 auth0 = new Auth0(new ArrayList<>());
        // spotless:off
        // snippet
        RemoteRelationship profile = RemoteRelationship.named("auth0_profile").on("User")
                .from("auth0_id").argument("pixels", "Int").returns("Auth0Profile")
                .loader(batch -> auth0.profiles(batch.keys(), batch.argument("pixels")))
                .build();
        // end
        // spotless:on
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .types("type Auth0Profile { email: String picture: String }")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("name")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("Me")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(profile)
                .build();
        Service service = Service.of(
                dovetail,
                "type Query { us: [Me] } type Me { id: ID! }",
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher(
                                "us", environment -> List.of(Map.of("id", HODOR), Map.of("id", HODOR)))));

        assertThat(service.data("{ us { user { auth0_profile(pixels: 64) { email picture } } } }")
                        .toString())
                .contains("auth0|42@example.com", "64.png");
        assertThat(auth0.asked()).containsExactly("auth0|42");
    }

    @Test
    void tenants_haveTheirOwnContext() {
        Map<String, DSLContext> tenants = Map.of("a", database.dsl());
        DSLContext dsl = database.dsl();
        // spotless:off
        // snippet
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.perContext(context -> tenants.get(context.<String>get("tenant")))
                        .catalog(dsl)
                        .build())
                .session(context -> context.getOrDefault(Session.class, Session.ANONYMOUS))
                // end
                .table(TableDefinition.of("public", "users").type("User").columns("name").build())
                .relationship(ObjectRelationship.named("user").on("Me")
                        .references("public", "users").from("id").to("id").build())
                .build();
        // spotless:on
        Service service = Service.of(
                dovetail,
                "type Query { me: Me } type Me { id: ID! }",
                wiring -> wiring.type("Query", type -> type.dataFetcher("me", environment -> Map.of("id", HODOR))));

        assertThat(service.execute(
                                "{ me { user { name } } }",
                                input -> input.graphQLContext(
                                        Map.of("tenant", "a", Session.class, Session.of("user", Map.of()))))
                        .<Map<String, Object>>getData())
                .isEqualTo(Map.of("me", Map.of("user", Map.of("name", "Hodor"))));
    }

    private String address(String path) {
        return "http://localhost:" + service.getAddress().getPort() + path;
    }
}
