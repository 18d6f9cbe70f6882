package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.RelationshipBuilder;
import dev.dovetail.definition.TableDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault that a relationship can have, alone. */
final class RelationshipFaultsTest {

    private static final String SDL = """
            type Query { created: UserOutput }
            type UserOutput {
              id: UUID!
              ids: [ID!]
              nested: Nested
              flag: Boolean
              number: Int
              float: Float
              text: String
              document: JSON
              day: Date
              label: Label
              user: String
            }
            type Nested { id: ID }
            enum Label { A B }
            union Thing = Nested | UserOutput
            scalar UUID
            scalar JSON
            scalar Date
            """;

    @Test
    void type_unknown_isNamedWithTheNearestOne() {
        assertThat(faults(user().on("UserOutputt")))
                .containsExactly("UserOutputt.buyer: there is no type 'UserOutputt'; did you mean 'UserOutput'?");
    }

    @Test
    void type_missing_saysHowToNameIt() {
        assertThat(faults(ObjectRelationship.named("buyer")
                        .references("public", "users")
                        .from("id")
                        .to("id")))
                .containsExactly(".buyer: it is on no type; say .on(type)");
    }

    @Test
    void type_thatHasNoFields_isRefused() {
        assertThat(faults(user().on("Label")))
                .containsExactly(
                        "Label.buyer: type Label is of kind enum; a relationship belongs to an object or interface type");
        assertThat(faults(user().on("Thing")))
                .containsExactly(
                        "Thing.buyer: type Thing is of kind union; a relationship belongs to an object or interface type");
    }

    @Test
    void type_isRoot_isRefused() {
        assertThat(faults(user().on("Query").from("created")))
                .contains("Query.buyer: type Query is a root type and has no object to join");
    }

    @Test
    void table_missing_saysHowToNameIt() {
        assertThat(faults(ObjectRelationship.named("buyer")
                        .on("UserOutput")
                        .from("id")
                        .to("id")))
                .containsExactly("UserOutput.buyer: it names no table; say .references(schema, table)");
    }

    @Test
    void table_undeclared_isNamedWithTheNearestOne() {
        assertThat(faults(user().references("public", "user")))
                .containsExactly("UserOutput.buyer: table public.user is not declared; "
                        + "say .table(TableDefinition.of(...)); did you mean 'public.users'?");
        assertThat(faults(user().source("archive")))
                .containsExactly("UserOutput.buyer: table archive:public.users is not declared; "
                        + "say .table(TableDefinition.of(...)); there is public.orders, public.users");
    }

    @Test
    void field_unknown_isNamedWithTheNearestOne() {
        assertThat(faults(user().from("Id")))
                .containsExactly("UserOutput.buyer: type UserOutput has no field 'Id'; did you mean 'id'?");
        assertThat(faults(user().from("customer")))
                .containsExactly("UserOutput.buyer: type UserOutput has no field 'customer'; there is day, document, "
                        + "flag, float, id, ids, label, nested, number, text, user");
    }

    @Test
    void column_unknown_isNamedWithTheNearestOne() {
        assertThat(faults(user().to("ID_")))
                .containsExactly("UserOutput.buyer: table public.users has no column 'ID_'; did you mean 'id'?");
        assertThat(faults(user().orderBy("nam")))
                .containsExactly("UserOutput.buyer: it is ordered by column 'nam', "
                        + "which table public.users does not have; did you mean 'name'?");
    }

    @Test
    void column_json_cannotBeJoinedBy() {
        assertThat(faults(orders().from("text").to("details")))
                .containsExactly("UserOutput.orders: column 'details' is of type json, which cannot be joined by");
    }

    @Test
    void mapping_emptyOrUneven_isRefused() {
        assertThat(faults(ObjectRelationship.named("buyer").on("UserOutput").references("public", "users")))
                .containsExactly("UserOutput.buyer: it maps no fields; say .from(fields...).to(columns...)");
        assertThat(faults(user().from("id", "text")))
                .containsExactly("UserOutput.buyer: it maps 2 field(s) [id, text] to 1 column(s) [id]");
        assertThat(faults(user().to())).containsExactly("UserOutput.buyer: it maps 1 field(s) [id] to 0 column(s) []");
    }

    @Test
    void keyFunction_withFieldsOrWithoutColumns_isRefused() {
        String fault =
                "UserOutput.buyer: it is keyed by a function; name its columns with .to(columns...), and no fields";

        assertThat(faults(user().keyedBy(source -> source))).containsExactly(fault);
        assertThat(faults(user().from().to().keyedBy(source -> source))).containsExactly(fault);
        assertThat(faults(user().from().to("nam").keyedBy(source -> source)))
                .containsExactly("UserOutput.buyer: table public.users has no column 'nam'; did you mean 'name'?");
        assertThat(faults(user().from().keyedBy(source -> source))).isEmpty();
    }

    @Test
    void list_toOneRowOrInAComposite_isRefused() {
        assertThat(faults(user().from("ids")))
                .containsExactly("UserOutput.buyer: field 'ids' is a list ([ID!]); "
                        + "a list of keys can only be the one mapped field of an array relationship");
        assertThat(faults(orders().from("ids", "number").to("user_id", "id")))
                .containsExactly("UserOutput.orders: field 'ids' is a list ([ID!]); "
                        + "a list of keys can only be the one mapped field of an array relationship");
    }

    @Test
    void list_withAggregatesOrPages_isRefused() {
        assertThat(faults(orders().from("ids").aggregates().connection()))
                .containsExactly(
                        "UserOutput.orders: it has aggregates, but its key is a list; leave .aggregates() out",
                        "UserOutput.orders: it has pages, but its key is a list; leave .connection() out");
        assertThat(faults(orders().from("ids"))).isEmpty();
        assertThat(faults(orders().from("id").aggregates().connection())).isEmpty();
    }

    @Test
    void field_ofAnObjectType_isRefused() {
        assertThat(faults(user().from("nested")))
                .containsExactly("UserOutput.buyer: field 'nested' is of type Nested, which is no scalar or enum");
    }

    @ParameterizedTest
    @CsvSource({
        "flag, user_id, Boolean, uuid",
        "flag, id, Boolean, integer",
        "number, user_id, Int, uuid",
        "number, paid, Int, boolean",
        "number, placed_at, Int, timestamp_with_zone",
        "float, id, Float, integer",
        "float, user_id, Float, uuid",
        "id, id, UUID!, integer",
        "document, user_id, JSON, uuid",
        "day, placed_at, Date, timestamp_with_zone",
        "label, id, Label, integer"
    })
    void types_thatNeverMatch_areRefused(String field, String column, String fieldType, String columnType) {
        assertThat(faults(orders().from(field).to(column)))
                .containsExactly("UserOutput.orders: field '" + field + "' of type " + fieldType
                        + " cannot hold keys of column '" + column + "' of type " + columnType);
    }

    @Test
    void types_intToText_areRefused() {
        assertThat(faults(user().from("number").to("name")))
                .containsExactly(
                        "UserOutput.buyer: field 'number' of type Int cannot hold keys of column 'name' of type text");
    }

    @Test
    void name_thatIsNone_isRefused() {
        assertThat(faults(ObjectRelationship.named("the buyer")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")))
                .containsExactly("UserOutput.the buyer: 'the buyer' is no name for a field");
        assertThat(faults(ObjectRelationship.named("__buyer")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")))
                .containsExactly("UserOutput.__buyer: '__buyer' is no name for a field");
    }

    @Test
    void name_declaredTwice_isAFault() {
        assertThat(faults(user(), user()))
                .containsExactly("UserOutput.buyer: type UserOutput has another relationship 'buyer'");
    }

    @Test
    void name_ofAFieldOfAnotherType_isAClash() {
        assertThat(faults(ObjectRelationship.named("user")
                        .on("UserOutput")
                        .references("public", "users")
                        .from("id")
                        .to("id")))
                .containsExactly("UserOutput.user: type UserOutput has a field 'user' of type String; "
                        + "rename the relationship, or declare the field as User");
    }

    @Test
    void name_ofAFieldOfAnExtension_isAClash() {
        assertThat(Faults.of(shop(orders().on("User").from("id")), SDL + "extend type User { orders: [String] }"))
                .containsExactly("User.orders: type User has a field 'orders' of type [String]; "
                        + "rename the relationship, or declare the field as [Order!]");
    }

    @Test
    void name_ofAFieldThatShowsAColumn_isAClash() {
        assertThat(faults(ArrayRelationship.named("name")
                        .on("User")
                        .references("public", "orders")
                        .from("id")
                        .to("user_id")))
                .containsExactly("User.name: type User shows a column as field 'name'; rename the relationship, "
                        + "or choose the columns that the type shows with .columns(...)");
    }

    private static ObjectRelationship.Builder user() {
        return ObjectRelationship.named("buyer")
                .on("UserOutput")
                .references("public", "users")
                .from("id")
                .to("id");
    }

    private static ArrayRelationship.Builder orders() {
        return ArrayRelationship.named("orders")
                .on("UserOutput")
                .references("public", "orders")
                .from("id")
                .to("user_id");
    }

    private static List<String> faults(RelationshipBuilder<?, ?>... relationships) {
        return Faults.of(shop(relationships), SDL);
    }

    private static DovetailBuilder shop(RelationshipBuilder<?, ?>... relationships) {
        DovetailBuilder builder = Faults.shop()
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .build())
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .columns("id")
                        .build());
        for (RelationshipBuilder<?, ?> relationship : relationships) {
            Relationship built = relationship.build();
            builder.relationship(built);
        }
        return builder;
    }
}
