package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of entities are checked when somebody asks for what answers them. */
final class EntityKeysTest {

    private final Dovetail dovetail = Faults.shop()
            .table(TableDefinition.of("public", "users")
                    .type("User")
                    .columns("id", "name")
                    .build())
            .table(TableDefinition.of("public", "orders")
                    .type("Order")
                    .columns("id", "details")
                    .build())
            .relationship(ArrayRelationship.named("orders")
                    .on("User")
                    .references("public", "orders")
                    .from("id")
                    .to("user_id")
                    .build())
            .build();

    @Test
    void beforeASchemaIsExtended_thereAreNoEntities() {
        assertThatThrownBy(dovetail::entities)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Call extend before entities()");
    }

    @Test
    void keys_thatRowsCannotBeLookedUpBy_areAllTold() {
        assertThat(faults("""
                extend type User @key(fields: "nam id") @key(fields: "auth0_id")
                extend type Order
                  @key(fields: "id user { id }")
                  @key(fields: "details")
                  @key(fields: "id {")
                  @key(fields: "__typename")
                  @key
                """))
                .containsExactly(
                        "@key on User (line 2 of the schema): field 'nam' shows no column of table public.users;"
                                + " did you mean 'name'?",
                        "@key on User (line 2 of the schema): field 'auth0_id' shows no column of table public.users;"
                                + " there is id, name",
                        "@key on Order (line 4 of the schema): " + plainNames(),
                        "@key on Order (line 5 of the schema): field 'details' shows a column of type json,"
                                + " which cannot be looked up by",
                        "@key on Order (line 6 of the schema): " + plainNames(),
                        "@key on Order (line 7 of the schema): " + plainNames(),
                        "@key on Order (line 8 of the schema): " + plainNames());
    }

    private static String plainNames() {
        return "its fields must be plain names of fields that show columns, as in @key(fields: \"id\"); a key that others"
                + " do not ask for here takes resolvable: false";
    }

    @Test
    void keys_thatNobodyAsksForHere_andThoseOfOtherTypes_areLeftAlone() {
        assertThat(faults("""
                extend type User @key(fields: "__typename organization { id }", resolvable: false)
                type Product @key(fields: "maker { id }") { maker: Product }
                """)).isEmpty();
    }

    @Test
    void host_thatAnswersItsEntitiesItself_mayHaveAnyKeys() {
        extend("extend type User @key(fields: \"organization { id }\") @key(fields: \"id\")");

        assertThat(dovetail.describe().text()).doesNotContain("_Entity");
    }

    @Test
    void description_tellsHowEntitiesAreFound() {
        extend("extend type User @key(fields: \"id\") @key(fields: \"name id\") @key(fields: \"name\")");
        dovetail.entities();

        assertThat(dovetail.describe().text())
                .contains(
                        "  _Entity.User: one row of public.users where id = id; found by unique (id)\n",
                        "  _Entity.User: one row of public.users where name = name, id = id; "
                                + "MISSING: create index on \"public\".\"users\" (\"name\", \"id\")\n",
                        "  _Entity.User: one row of public.users where name = name; "
                                + "MISSING: create unique index on \"public\".\"users\" (\"name\")\n");
        assertThat(dovetail.describe().mermaid()).contains("type__Entity -- \"User: id = id\" --> type_User");
    }

    private List<String> faults(String sdl) {
        extend(sdl);
        ConfigurationException exception =
                catchThrowableOfType(ConfigurationException.class, () -> dovetail.entities());
        return exception == null ? List.of() : exception.faults();
    }

    private void extend(String sdl) {
        dovetail.extend(new SchemaParser().parse("type Query { version: String }\n" + sdl));
    }
}
