package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;

/** All faults come at once, whichever way a schema is extended, and leave it as it was. */
final class ConfigurationFaultsTest {

    private static final String SDL = """
            type Query { version: String }
            type UserOutput { id: ID flag: Boolean ids: [ID] name: String }
            """;

    private static final String[] FAULTS = {
        "types: only object types, input types and enums can be declared through Dovetail; "
                + "put 'Node' into the schema itself",
        "table public.users: the table has no column 'nam'; did you mean 'name'?",
        "table public.invoices: the table does not exist; there is public.orders, public.users",
        "table public.users: the table is declared twice",
        "UserOutputs.user: there is no type 'UserOutputs'; did you mean 'UserOutput'?",
        "UserOutput.user: type UserOutput has no field 'user_id'; there is flag, id, ids, name",
        "UserOutput.account: table public.accounts is not declared; "
                + "say .table(TableDefinition.of(...)); there is public.invoices, public.users",
        "UserOutput.owner: field 'flag' of type Boolean cannot hold keys of column 'id' of type uuid",
        "UserOutput.friends: field 'ids' is a list ([ID]); "
                + "a list of keys can only be the one mapped field of an array relationship",
        "UserOutput.all: it maps no fields; say .from(fields...).to(columns...)",
        "UserOutput.name: type UserOutput has a field 'name' of type String; "
                + "rename the relationship, or declare the field as [User!]",
        "action login: it has no handler, and type Query has no field of its name; there is version",
        "action logout: 'Token!!' is no type; write it as in SDL, for instance [User!]!",
        "Mutation.createUser: there is no type 'Account'; there is "
                + "Boolean, Float, ID, Int, Query, String, User, UserOutput"
    };

    @Test
    void extend_registry_reportsEveryFaultAndLeavesTheRegistryAlone() {
        TypeDefinitionRegistry registry = new SchemaParser().parse(SDL);

        assertThatThrownBy(() -> faulty().extend(registry)).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e.faults()).containsExactly(FAULTS);
            assertThat(e)
                    .hasMessageStartingWith("Dovetail's configuration has 14 faults:\n  - " + FAULTS[0] + "\n  - ");
        });
        assertThat(registry.types()).containsOnlyKeys("Query", "UserOutput");
        assertThat(registry.objectTypeExtensions()).isEmpty();
    }

    @Test
    void extend_builtSchema_reportsTheSameFaults() {
        assertThatThrownBy(() -> faulty().extend(Service.hostSchema(SDL, wiring -> wiring)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.faults()).containsExactly(FAULTS));
    }

    @Test
    void printSchema_reportsTheSameFaults() {
        assertThatThrownBy(() -> faulty().printSchema(new SchemaParser().parse(SDL)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.faults()).containsExactly(FAULTS));
    }

    @Test
    void wire_afterAFaultyExtension_usesTheLastGoodOne() {
        Dovetail dovetail = Dovetail.builder()
                .action(ActionDefinition.query("hello")
                        .returns("Greeting")
                        .handler(call -> null)
                        .build())
                .build();
        TypeDefinitionRegistry good =
                dovetail.extend(new SchemaParser().parse(SDL + " type Greeting { text: String }"));

        assertThatThrownBy(() -> dovetail.extend(new SchemaParser().parse(SDL)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Dovetail's configuration has a fault:\n"
                        + "  - Query.hello: there is no type 'Greeting'; there is "
                        + "Boolean, Float, ID, Int, Query, String, UserOutput");
        assertThat(new SchemaPrinter().print(Service.wired(dovetail, good))).contains("hello: Greeting");
    }

    private static Dovetail faulty() {
        return Faults.shop()
                .types("interface Node { id: ID }")
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "nam")
                        .build())
                .table(TableDefinition.of("public", "invoices")
                        .type("Invoice")
                        .columns("id")
                        .build())
                .table(TableDefinition.of("public", "users")
                        .type("Person")
                        .columns("id")
                        .build())
                .relationship(user("UserOutputs", "user", "id"))
                .relationship(user("UserOutput", "user", "user_id"))
                .relationship(ObjectRelationship.named("account")
                        .on("UserOutput")
                        .references("public", "accounts")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(user("UserOutput", "owner", "flag"))
                .relationship(user("UserOutput", "friends", "ids"))
                .relationship(ArrayRelationship.named("all")
                        .on("UserOutput")
                        .references("public", "users")
                        .build())
                .relationship(ArrayRelationship.named("name")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .action(ActionDefinition.query("login").build())
                .action(ActionDefinition.mutation("logout")
                        .returns("Token!!")
                        .handler(call -> null)
                        .build())
                .action(ActionDefinition.mutation("createUser")
                        .returns("Account")
                        .handler(call -> null)
                        .build())
                .build();
    }

    private static ObjectRelationship user(String type, String name, String from) {
        return ObjectRelationship.named(name)
                .on(type)
                .references("public", "users")
                .from(from)
                .to("id")
                .build();
    }
}
