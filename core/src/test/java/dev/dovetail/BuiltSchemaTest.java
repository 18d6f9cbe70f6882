package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.Scalars;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The second way: a schema that is built already. */
final class BuiltSchemaTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ID, "name", "Hodor"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ID, "paid", true));

    @Test
    void schema_builtByHand_getsRootTypeTypesInCyclesAndScalarsItNeverUsed() {
        GraphQLSchema host = byHand();
        Dovetail dovetail = dovetail().build();

        Service service = Service.of(dovetail, dovetail.extend(host));

        assertThat(service.data("""
                        mutation { createUser(name: "Hodor") {
                          id
                          user { name orders { id paid user { id orders { id } } } }
                        } }
                        """))
                .isEqualTo(Map.of(
                        "createUser",
                        Map.of(
                                "id",
                                ID.toString(),
                                "user",
                                Map.of(
                                        "name",
                                        "Hodor",
                                        "orders",
                                        List.of(Map.of(
                                                "id",
                                                1,
                                                "paid",
                                                true,
                                                "user",
                                                Map.of("id", ID.toString(), "orders", List.of(Map.of("id", 1)))))))));
        assertThat(tables.requests()).hasSize(4);
        assertThat(service.data("{ version }")).isEqualTo(Map.of("version", "host"));
    }

    @Test
    void original_staysAsItWas() {
        GraphQLSchema host = byHand();
        String before = new SchemaPrinter().print(host);

        GraphQLSchema extended = dovetail().build().extend(host);

        assertThat(extended).isNotSameAs(host);
        assertThat(new SchemaPrinter().print(host)).isEqualTo(before);
        assertThat(host.getMutationType()).isNull();
        assertThat(host.getCodeRegistry().hasDataFetcher(FieldCoordinates.coordinates("Mutation", "createUser")))
                .isFalse();
    }

    @Test
    void rootTypes_ofOtherNames_areUsed() {
        GraphQLSchema host = Service.hostSchema(
                "schema { query: Q mutation: M } type Q { version: String } type M { reset: String }",
                wiring -> wiring);
        Dovetail dovetail = dovetail().build();

        GraphQLSchema extended = dovetail.extend(host);

        assertThat(extended.getMutationType().getName()).isEqualTo("M");
        assertThat(extended.getType("Mutation")).isNull();
        assertThat(Service.of(dovetail, extended).data("mutation { createUser(name: \"x\") { user { name } } }"))
                .isEqualTo(Map.of("createUser", Map.of("user", Map.of("name", "Hodor"))));
    }

    @Test
    void boundType_keepsFieldsAndFetchersOfTheHost() {
        GraphQLSchema host = Service.hostSchema(
                "type Query { version: String } type User { name: String upper: String }",
                wiring -> wiring.type(
                        "User",
                        type -> type.dataFetcher("upper", environment -> {
                            Map<String, Object> row = environment.getSource();
                            return "<" + row.get("name") + ">";
                        })));
        Dovetail dovetail = dovetail().build();

        assertThat(Service.of(dovetail, dovetail.extend(host))
                        .data("mutation { createUser(name: \"x\") { user { id name upper } } }"))
                .isEqualTo(Map.of(
                        "createUser",
                        Map.of("user", Map.of("id", ID.toString(), "name", "Hodor", "upper", "<Hodor>"))));
    }

    private static GraphQLSchema byHand() {
        GraphQLObjectType query = GraphQLObjectType.newObject()
                .name("Query")
                .field(GraphQLFieldDefinition.newFieldDefinition()
                        .name("version")
                        .type(Scalars.GraphQLString))
                .build();
        return GraphQLSchema.newSchema()
                .query(query)
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .dataFetcher(FieldCoordinates.coordinates("Query", "version"), (graphql.schema.DataFetcher<?>)
                                environment -> "host")
                        .build())
                .build();
    }

    private DovetailBuilder dovetail() {
        return Dovetail.builder()
                .tables(tables)
                .types("type UserOutput { id: ID again: UserOutput } input Name { text: String and: Name }")
                .action(ActionDefinition.mutation("createUser")
                        .argument("name", "String!")
                        .argument("more", "Name")
                        .returns("UserOutput")
                        .handler(call -> Map.of("id", ID))
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id", "paid")
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
