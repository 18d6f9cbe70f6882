package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.Relationship;
import dev.dovetail.definition.RelationshipBuilder;
import dev.dovetail.definition.RemoteRelationship;
import dev.dovetail.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each fault that a remote relationship can have, alone. */
final class RemoteFaultsTest {

    private static final String SDL = """
            type Query { created: UserOutput }
            type UserOutput { id: ID! ids: [ID!] rows: [[ID]] nested: Nested avatar: String }
            type Nested { id: ID }
            type Profile { email: String }
            input Size { width: Int }
            extend type User { nickname: String }
            """;

    @Test
    void whole_hasNoFault() {
        assertThat(faults(profile())).isEmpty();
        assertThat(faults(profile().on("User").from("auth0_id"))).isEmpty();
        assertThat(faults(profile().from("ids").returns("[Profile]!"))).isEmpty();
        assertThat(faults(profile().returns("User"))).isEmpty();
        assertThat(faults(profile().argument("size", "Size").argument("at", "DateTime")))
                .isEmpty();
    }

    @Test
    void loaderOrType_missing_saysHowToGiveIt() {
        assertThat(faults(RemoteRelationship.named("profile").on("UserOutput").from("id")))
                .containsExactly(
                        "UserOutput.profile: nothing finds its values; say .loader(batch -> ...)",
                        "UserOutput.profile: it has no type; say .returns(type)");
    }

    @Test
    void type_thatIsNoneOrUnknown_isRefused() {
        assertThat(faults(profile().returns("[Profile")))
                .containsExactly(
                        "UserOutput.profile: '[Profile' is no type; write it as in SDL, for instance [User!]!");
        assertThat(faults(profile().returns("Profil")))
                .containsExactly("UserOutput.profile: there is no type 'Profil'; did you mean 'Profile'?");
        assertThat(faults(profile().returns("Size")))
                .containsExactly("UserOutput.profile: a field cannot be of the input type Size");
    }

    @Test
    void argument_thatCannotBe_isRefused() {
        assertThat(faults(profile()
                        .argument("size", "Int")
                        .argument("size", "Int")
                        .argument("a b", "Int")
                        .argument("c", "Int]")))
                .containsExactly(
                        "UserOutput.profile: argument 'size' is no valid name, or declared twice",
                        "UserOutput.profile: argument 'a b' is no valid name, or declared twice",
                        "UserOutput.profile: 'Int]' is no type; write it as in SDL, for instance [User!]!");
        assertThat(faults(profile().argument("size", "Sise")))
                .containsExactly("UserOutput.profile: there is no type 'Sise'; did you mean 'Size'?");
        assertThat(faults(profile().argument("size", "Profile", "How large")))
                .containsExactly(
                        "UserOutput.profile: argument or input field 'size' cannot be of the object type Profile");
    }

    @Test
    void parent_thatCannotHaveIt_isRefused() {
        assertThat(faults(profile().on("UserOutputt")))
                .containsExactly("UserOutputt.profile: there is no type 'UserOutputt'; did you mean 'UserOutput'?");
        assertThat(faults(profile().on("Query").from("created")))
                .contains("Query.profile: type Query is a root type and has no object to join");
        assertThat(faults(RemoteRelationship.named("a profile")
                        .on("UserOutput")
                        .from("id")
                        .returns("Profile")
                        .loader(batch -> Map.of())))
                .containsExactly("UserOutput.a profile: 'a profile' is no name for a field");
    }

    @Test
    void key_withoutFieldsOrWithTwoWaysToReadIt_isRefused() {
        assertThat(faults(profile().from()))
                .containsExactly("UserOutput.profile: it maps no fields; say .from(fields...)");
        assertThat(faults(profile().keyedBy(source -> source)))
                .containsExactly("UserOutput.profile: it is keyed by a function; leave .from(fields...) out");
        assertThat(faults(profile().from().keyedBy(source -> source))).isEmpty();
    }

    @Test
    void fields_thatAreNone_areAllReported() {
        assertThat(faults(profile().from("i", "nested")))
                .containsExactly(
                        "UserOutput.profile: type UserOutput has no field 'i'; did you mean 'id'?",
                        "UserOutput.profile: field 'nested' is of type Nested, which is no scalar or enum");
        assertThat(faults(profile().on("User").from("nickname")))
                .containsExactly("User.profile: rows of type User have no column for [nickname]; "
                        + "map columns, or say which column the field shows with .field(name).column(column)");
    }

    @Test
    void list_toWhatIsNoneOrInAComposite_isRefused() {
        String fault = "; a list of keys can only be the one mapped field of a relationship that returns a list";

        assertThat(faults(profile().from("ids")))
                .containsExactly("UserOutput.profile: field 'ids' is a list ([ID!])" + fault);
        assertThat(faults(profile().from("ids").returns("[[Profile]]")))
                .containsExactly("UserOutput.profile: field 'ids' is a list ([ID!])" + fault);
        assertThat(faults(profile().from("ids", "id").returns("[Profile]")))
                .containsExactly("UserOutput.profile: field 'ids' is a list ([ID!])" + fault);
        assertThat(faults(profile().from("rows").returns("[Profile]")))
                .containsExactly("UserOutput.profile: field 'rows' is a list ([[ID]])" + fault);
    }

    @Test
    void name_thatIsTaken_isAClash() {
        assertThat(faults(profile(), profile()))
                .containsExactly("UserOutput.profile: type UserOutput has another relationship 'profile'");
        assertThat(faults(
                        profile(),
                        ObjectRelationship.named("profile")
                                .on("UserOutput")
                                .references("public", "users")
                                .from("id")
                                .to("id")))
                .containsExactly("UserOutput.profile: type UserOutput has another relationship 'profile'");
        assertThat(faults(named("avatar")))
                .containsExactly("UserOutput.avatar: type UserOutput has a field 'avatar' of type String; "
                        + "rename the relationship, or declare the field as Profile");
        assertThat(faults(named("name").on("User")))
                .containsExactly("User.name: type User shows a column as field 'name'; rename the relationship, "
                        + "or choose the columns that the type shows with .columns(...)");
    }

    private static RemoteRelationship.Builder profile() {
        return named("profile");
    }

    private static RemoteRelationship.Builder named(String name) {
        return RemoteRelationship.named(name)
                .on("UserOutput")
                .from("id")
                .returns("Profile")
                .loader(batch -> Map.of());
    }

    private static List<String> faults(RelationshipBuilder<?, ?>... relationships) {
        DovetailBuilder builder = Faults.shop()
                .table(TableDefinition.of("public", "users")
                        .type("User")
                        .columns("id", "name")
                        .build());
        for (RelationshipBuilder<?, ?> relationship : relationships) {
            Relationship built = relationship.build();
            builder.relationship(built);
        }
        return Faults.of(builder, SDL);
    }
}
