package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.language.StringValue;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first way: SDL is extended, then its wiring, always strict. */
final class SchemaExtensionTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String SDL = "type Query { version: String }";
    private static final String QUERY = "mutation { createUser { id user { id name orders { id user { name } } } } }";

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ID, "name", "Hodor"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ID), Map.of("id", 2, "user_id", ID));

    @Test
    void reload_ofNewRegistries_answersEachTime() {
        Dovetail dovetail = dovetail().build();

        Object first = Service.of(dovetail, SDL).data(QUERY);
        Object second = Service.of(dovetail, SDL).data(QUERY);

        assertThat(first).isEqualTo(answer("createUser")).isEqualTo(second);
    }

    @Test
    void extend_twiceOnOneRegistry_addsNothingTwice() {
        Dovetail dovetail = dovetail().build();
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));
        String once = dovetail.printSchema(Service.wired(dovetail, registry));

        assertThat(dovetail.extend(registry)).isSameAs(registry);
        GraphQLSchema twice = Service.wired(dovetail, registry);

        assertThat(dovetail.printSchema(twice)).isEqualTo(once);
        assertThat(Service.of(dovetail, twice).data(QUERY)).isEqualTo(answer("createUser"));
    }

    @Test
    void wire_twiceOnOneBuilder_addsNothingTwice() {
        Dovetail dovetail = dovetail().build();
        TypeDefinitionRegistry registry = dovetail.extend(new SchemaParser().parse(SDL));
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().strictMode();

        assertThat(dovetail.wire(dovetail.wire(wiring))).isSameAs(wiring);
    }

    @Test
    void wire_beforeExtend_saysSo() {
        assertThatThrownBy(() -> dovetail().build().wire(RuntimeWiring.newRuntimeWiring()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Call extend(TypeDefinitionRegistry) before wire(RuntimeWiring.Builder)");
    }

    @Test
    void wire_ontoHostsFetchersOfTheSameTypes_keepsThem() {
        Service service = Service.of(
                dovetail().build(),
                SDL + " extend type User { upper: String }",
                wiring -> wiring.type("Query", type -> type.dataFetcher("version", environment -> "1"))
                        .type(
                                "User",
                                type -> type.dataFetcher("name", environment -> "the host's")
                                        .dataFetcher("upper", environment -> {
                                            Map<String, Object> row = environment.getSource();
                                            return row.get("name").toString().toUpperCase(java.util.Locale.ROOT);
                                        })));

        assertThat(service.data("{ version }")).isEqualTo(Map.of("version", "1"));
        assertThat(service.data("mutation { createUser { user { name upper } } }"))
                .isEqualTo(Map.of("createUser", Map.of("user", Map.of("name", "the host's", "upper", "HODOR"))));
    }

    @Test
    void rootTypes_ofOtherNames_areUsed() {
        Dovetail dovetail = dovetail()
                .action(ActionDefinition.query("me")
                        .returns("UserOutput")
                        .handler(call -> Map.of("id", ID))
                        .build())
                .build();
        String sdl = "schema { query: Q mutation: M } type Q { version: String } type M { reset: String }";

        assertThat(Service.of(dovetail, sdl).data(QUERY)).isEqualTo(answer("createUser"));
        assertThat(Service.of(dovetail, sdl).data("{ me { user { name } } }"))
                .isEqualTo(Map.of("me", Map.of("user", Map.of("name", "Hodor"))));
        assertThat(dovetail.printSchema(new SchemaParser().parse(sdl))).doesNotContain("type Query", "type Mutation");
    }

    @Test
    void mutationType_missing_isAdded() {
        assertThat(Service.of(dovetail().build(), SDL).data(QUERY)).isEqualTo(answer("createUser"));
        assertThat(Service.of(dovetail().build(), "schema { query: Q } type Q { version: String }")
                        .data(QUERY))
                .isEqualTo(answer("createUser"));
        assertThat(Service.of(
                                dovetail().build(),
                                "schema { query: Q } extend schema { mutation: M } type Q { v: Int } type M { v: Int }")
                        .data(QUERY))
                .isEqualTo(answer("createUser"));
    }

    @Test
    void mutationType_ofThatNameThatIsNoRoot_isAFault() {
        assertThat(Faults.of(
                        dovetail(),
                        "schema { query: Q } type Q { version: String m: Mutation } type Mutation { id: ID }"))
                .containsExactly("action createUser: the schema has a type Mutation that is not its mutation type; "
                        + "name the root type in the schema's own definition");
    }

    @Test
    void queryType_missing_isAdded() {
        Dovetail dovetail = Dovetail.builder()
                .action(ActionDefinition.query("hello")
                        .returns("String!")
                        .handler(call -> "hi")
                        .build())
                .build();

        assertThat(Service.of(dovetail, "type Mutation { reset: String }").data("{ hello }"))
                .isEqualTo(Map.of("hello", "hi"));
    }

    @Test
    void scalars_ofTheHosts_areReused() {
        GraphQLScalarType own = GraphQLScalarType.newScalar()
                .name("UUID")
                .coercing(new Coercing<Object, String>() {
                    @Override
                    public String serialize(Object value, graphql.GraphQLContext context, java.util.Locale locale) {
                        return "host:" + value;
                    }

                    @Override
                    public graphql.language.Value<?> valueToLiteral(
                            Object value, graphql.GraphQLContext context, java.util.Locale locale) {
                        return StringValue.of(value.toString());
                    }
                })
                .build();
        Map<String, Object> expected = Map.of("createUser", Map.of("user", Map.of("id", "host:" + ID)));
        String query = "mutation { createUser { user { id } } }";

        assertThat(Service.of(dovetail().build(), SDL + " scalar UUID", wiring -> wiring.scalar(own))
                        .data(query))
                .isEqualTo(expected);
        assertThat(Service.of(dovetail().build(), SDL, wiring -> wiring.scalar(own))
                        .data(query))
                .isEqualTo(expected);
    }

    @Test
    void printSchema_leavesTheRegistryAlone() {
        TypeDefinitionRegistry registry = new SchemaParser().parse(SDL + " extend type User { upper: String }");

        String printed = dovetail().build().printSchema(registry);

        assertThat(printed).contains("type User {").contains("createUser: UserOutput");
        assertThat(registry.types()).containsOnlyKeys("Query");
        assertThat(registry.objectTypeExtensions()).containsOnlyKeys("User");
        assertThat(registry.objectTypeExtensions().get("User")).hasSize(1);
        assertThat(registry.scalars()).doesNotContainKey("UUID");
    }

    @Test
    void printSchema_beforeAndAfterWiring_isTheSame() {
        Dovetail dovetail = dovetail().build();
        String printed = dovetail.printSchema(new SchemaParser().parse(SDL));

        GraphQLSchema schema = Service.schema(dovetail, SDL, wiring -> wiring);

        assertThat(dovetail.printSchema(schema)).isEqualTo(printed);
        assertThat(new SchemaPrinter().print(schema)).contains("\"A universally unique identifier");
    }

    private static Map<String, Object> answer(String action) {
        return Map.of(
                action,
                Map.of(
                        "id",
                        ID.toString(),
                        "user",
                        Map.of(
                                "id",
                                ID.toString(),
                                "name",
                                "Hodor",
                                "orders",
                                List.of(
                                        Map.of("id", 1, "user", Map.of("name", "Hodor")),
                                        Map.of("id", 2, "user", Map.of("name", "Hodor"))))));
    }

    private DovetailBuilder dovetail() {
        return Dovetail.builder()
                .tables(tables)
                .types("type UserOutput { id: UUID! }")
                .action(ActionDefinition.mutation("createUser")
                        .returns("UserOutput")
                        .handler(call -> Map.of("id", ID))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(user("UserOutput", "id"))
                .relationship(user("Order", "user_id"))
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .build());
    }

    private static ObjectRelationship user(String type, String from) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(from)
                .to("id")
                .build();
    }
}
