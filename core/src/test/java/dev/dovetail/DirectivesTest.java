package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.table.RowOrder;
import graphql.parser.MultiSourceReader;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relationships that the host's SDL declares. */
final class DirectivesTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");

    private static final String TO_USER =
            "@objectRelationship(name: \"user\", schema: \"public\", table: \"users\", mapping: {id: \"id\"})";
    private static final String TO_ORDERS =
            "@arrayRelationship(name: \"orders\", schema: \"public\", table: \"orders\","
                    + " mapping: {id: \"user_id\"}, orderBy: [\"id desc\"], aggregates: true)";

    private static final String SDL = "type Query { created: Created } type Created " + TO_USER + " { id: ID }"
            + " extend type Created " + TO_ORDERS;

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ID, "name", "Hodor"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ID), Map.of("id", 2, "user_id", ID));

    @Test
    void relationship_ofADirective_isThatOfCode() {
        Service service = Service.of(
                dovetail(),
                SDL,
                wiring -> wiring.type("Query", query -> query.dataFetcher("created", env -> created())));

        assertThat(service.data("{ created { user { name } orders { id } } }"))
                .isEqualTo(Map.of(
                        "created",
                        Map.of("user", Map.of("name", "Hodor"), "orders", List.of(Map.of("id", 1), Map.of("id", 2)))));
        assertThat(tables.requests().stream().flatMap(request -> request.query().rows().order().stream()))
                .containsExactly(RowOrder.of(FakeTables.orders().columns().get(0), true));
        assertThat(service.execute("{ created { orders_aggregate { aggregate { count } } } }")
                        .getErrors())
                .isEmpty();
    }

    @Test
    void directives_areDefined_unlessTheHostDefinesThem() {
        TypeDefinitionRegistry bare = new SchemaParser().parse(SDL);
        TypeDefinitionRegistry defined = new SchemaParser()
                .parse("directive @objectRelationship(name: String!, schema: String!, table: String!, mapping: Map!)"
                        + " on OBJECT scalar Map type Query { created: Created } type Created " + TO_USER
                        + " { id: ID }");

        dovetail().extend(bare);
        dovetail().extend(defined);

        assertThat(bare.getDirectiveDefinition("objectRelationship")).isPresent();
        assertThat(bare.getDirectiveDefinition("arrayRelationship")
                        .orElseThrow()
                        .isRepeatable())
                .isTrue();
        assertThat(defined.getDirectiveDefinition("objectRelationship")
                        .orElseThrow()
                        .getInputValueDefinitions())
                .hasSize(4);
        assertThat(defined.getDirectiveDefinition("arrayRelationship")).isEmpty();
    }

    @Test
    void schemaThatIsBuilt_isReadToo() {
        Dovetail dovetail = dovetail();
        String definitions =
                "directive @objectRelationship(name: String!, schema: String, table: String!, mapping: Map!)"
                        + " on OBJECT scalar Map ";
        GraphQLSchema built = Service.hostSchema(
                definitions + "type Query { created: Created } type Created " + TO_USER + " { id: ID }",
                wiring -> wiring.scalar(graphql.scalars.ExtendedScalars.Json.transform(map -> map.name("Map")))
                        .type("Query", query -> query.dataFetcher("created", env -> created())));

        Service service = Service.of(dovetail, dovetail.extend(built));

        assertThat(service.data("{ created { user { name } } }"))
                .isEqualTo(Map.of("created", Map.of("user", Map.of("name", "Hodor"))));
    }

    @Test
    void faults_nameFileAndLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("created.graphqls");
        Files.writeString(file, """
                type Query { created: Created }
                type Created
                  @objectRelationship(name: "user", schema: "public", table: "user", mapping: {id: "id"})
                  @objectRelationship(name: "owner", schema: "public", table: "users", mapping: {id: "ids"})
                  @objectRelationship(name: 7, schema: "public", table: "users", mapping: "id")
                  @arrayRelationship(schema: "public", tabel: "orders", mapping: {})
                { id: ID }
                """);

        ConfigurationException faults = catchThrowableOfType(
                ConfigurationException.class, () -> dovetail().extend(new SchemaParser().parse(named(file))));

        String name = "created.graphqls";
        assertThat(faults.faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .startsWith("Created.user (" + name + ":3): table public.user is not declared"),
                        fault -> assertThat(fault)
                                .startsWith("Created.owner (" + name + ":4): table public.users has no column 'ids'"),
                        fault -> assertThat(fault)
                                .isEqualTo("@objectRelationship on Created (" + name
                                        + ":5): argument 'name' must be a text"),
                        fault -> assertThat(fault)
                                .startsWith("@objectRelationship on Created (" + name
                                        + ":5): argument 'mapping' must map fields to columns"),
                        fault -> assertThat(fault)
                                .startsWith("@arrayRelationship on Created (" + name
                                        + ":6): it has no argument 'tabel'; did you mean 'table'?"),
                        fault -> assertThat(fault).endsWith(":6): argument 'name' is missing"),
                        fault -> assertThat(fault).endsWith(":6): argument 'table' is missing"),
                        fault -> assertThat(fault).contains(":6): argument 'mapping' must map fields to columns"));
    }

    @Test
    void relationship_declaredTwice_isAFaultThatSaysWhere() {
        String twice =
                "@objectRelationship(name: \"user\", schema: \"public\", table: \"users\", mapping: {id: \"id\"})";
        String sdl = "type Query { created: Created }\ntype Created " + twice + "\n" + twice + " { id: ID }";

        assertThat(Faults.of(shop(), sdl))
                .singleElement()
                .asString()
                .endsWith("type Created has another relationship 'user', at line 2 of the schema");
        assertThat(Faults.of(
                        shop().relationship(ObjectRelationship.named("user")
                                .on("Created")
                                .references("public", "users")
                                .from("id")
                                .to("id")
                                .build()),
                        "type Query { created: Created } type Created " + twice + " { id: ID }"))
                .singleElement()
                .asString()
                .endsWith("type Created has another relationship 'user', declared in code");
    }

    /** Given a file, graphql-java's parser keeps the lines alone. */
    private static Reader named(Path file) throws IOException {
        return MultiSourceReader.newMultiSourceReader()
                .string(Files.readString(file), file.getFileName().toString())
                .build();
    }

    private static Map<String, Object> created() {
        return Map.of("id", ID.toString());
    }

    private Dovetail dovetail() {
        return shop().build();
    }

    private DovetailBuilder shop() {
        return Dovetail.builder()
                .tables(tables)
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build());
    }
}
