package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ActionHandler;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.table.Column;
import graphql.ExecutionResult;
import graphql.schema.DataFetcher;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A table whose object type the host has already, or adds fields to. */
final class BoundTypeTest {

    private static final UUID ID = UUID.fromString("7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11");
    private static final String QUERY_TYPE = "type Query { me: User } ";

    private final FakeTables tables = FakeTables.none()
            .add(FakeTables.users(), Map.of("id", ID, "name", "Hodor", "auth0_id", "auth0|7"))
            .add(FakeTables.orders(), Map.of("id", 1, "user_id", ID));

    private record HostUser(UUID id, String name, String nickname) {}

    @Test
    void boundType_showsItsOwnFieldsAndThoseThatAreNamed() {
        Dovetail dovetail = dovetail(users().columns("auth0_id")).build();

        assertThat(dovetail.printSchema(
                        new graphql.schema.idl.SchemaParser().parse(QUERY_TYPE + "type User { id: ID name: String }")))
                .contains("type User {\n  auth0_id: String\n  id: ID\n  name: String\n  orders(", "): [Order!]\n}");
    }

    @Test
    void boundType_takesRowsAndObjectsOfTheHosts() {
        Service service = Service.of(
                dovetail(users().columns("id", "name")).build(),
                QUERY_TYPE + "type User { nickname: String }",
                wiring -> wiring.type(
                        "Query",
                        type -> type.dataFetcher("me", environment -> new HostUser(ID, "The host's", "Nick"))));

        assertThat(service.data("{ me { id name nickname orders { id } } user { user { id name orders { id } } } }"))
                .isEqualTo(Map.of(
                        "me",
                        Map.of(
                                "id",
                                ID.toString(),
                                "name",
                                "The host's",
                                "nickname",
                                "Nick",
                                "orders",
                                List.of(Map.of("id", 1))),
                        "user",
                        Map.of(
                                "user",
                                Map.of("id", ID.toString(), "name", "Hodor", "orders", List.of(Map.of("id", 1))))));
    }

    @Test
    void hostField_thatRequiresAColumn_getsItThoughItIsNotShown() {
        Service service =
                profile(dovetail(users().columns("name").field("profile").requires("auth0_id"))
                        .build());

        assertThat(service.data("{ user { user { profile } } }"))
                .isEqualTo(Map.of("user", Map.of("user", Map.of("profile", "auth0|7@example.com"))));
        assertThat(readColumns()).containsExactly("auth0_id");
    }

    @Test
    void hostField_thatSaysNothing_makesTheRowReadEveryShownColumn() {
        Service service = profile(dovetail(users().columns("name", "auth0_id")).build());

        assertThat(service.data("{ user { user { profile } } }"))
                .isEqualTo(Map.of("user", Map.of("user", Map.of("profile", "auth0|7@example.com"))));
        assertThat(readColumns()).containsExactly("name", "auth0_id");
    }

    @Test
    void hostField_thatReadsAColumnThatWasNotRead_isAnErrorThatSaysSo() {
        Service service = profile(dovetail(users().columns("name")).build());

        ExecutionResult result = service.execute("{ user { user { name profile } } }");

        assertThat(Service.errors(result)).singleElement().asString().contains("column-not-read", "\"auth0_id\"");
    }

    @Test
    void renamedAndCamelCaseFields_readTheirColumns() {
        Service service = Service.of(
                dovetail(users().columns("auth0_id").field("title").column("name"))
                        .naming(Naming.CAMEL_CASE)
                        .build(),
                QUERY_TYPE);

        assertThat(service.data("{ user { user { auth0Id title } } }"))
                .isEqualTo(Map.of("user", Map.of("user", Map.of("auth0Id", "auth0|7", "title", "Hodor"))));
    }

    @Test
    void camelCaseFieldsOfTheHosts_areBoundByTheirNames() {
        Service service = Service.of(
                dovetail(users()).naming(Naming.CAMEL_CASE).build(), QUERY_TYPE + "type User { auth0Id: String }");

        assertThat(service.data("{ user { user { auth0Id } } }"))
                .isEqualTo(Map.of("user", Map.of("user", Map.of("auth0Id", "auth0|7"))));
        assertThat(readColumns()).containsExactly("auth0_id");
    }

    @Test
    void relationship_fromAFieldThatShowsNoColumn_isAFault() {
        assertThat(Faults.of(
                        dovetail(users().columns("name"))
                                .relationship(ArrayRelationship.named("others")
                                        .on("User")
                                        .references("public", "orders")
                                        .from("computed")
                                        .to("id")
                                        .build()),
                        QUERY_TYPE + "extend type User { computed: Int }"))
                .containsExactly("User.others: rows of type User have no column for [computed]; map columns, "
                        + "or say which column the field shows with .field(name).column(column)");
    }

    private List<String> readColumns() {
        assertThat(tables.requests()).hasSize(1);
        return tables.requests().get(0).query().columns().stream()
                .map(Column::name)
                .toList();
    }

    private static Service profile(Dovetail dovetail) {
        DataFetcher<?> profile = environment -> {
            Map<String, Object> row = environment.getSource();
            return row.get("auth0_id") + "@example.com";
        };
        return Service.of(
                dovetail,
                QUERY_TYPE + "extend type User { profile: String }",
                wiring -> wiring.type("User", type -> type.dataFetcher("profile", profile)));
    }

    private static TableDefinition.Builder users() {
        return TableDefinition.of("public", "users").type("User");
    }

    private DovetailBuilder dovetail(TableDefinition.Builder users) {
        ActionHandler handler = call -> Map.of("id", ID);
        return Dovetail.builder()
                .tables(tables)
                .types("type UserOutput { id: ID }")
                .action(ActionDefinition.query("user")
                        .returns("UserOutput")
                        .handler(handler)
                        .build())
                .table(users.build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ArrayRelationship.named("orders")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")
                        .build());
    }
}
