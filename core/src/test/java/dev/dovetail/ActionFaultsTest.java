package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ActionDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault that an action, or a type declared for one, can have, alone. */
final class ActionFaultsTest {

    private static final String SDL = """
            type Query { version: String }
            type UserOutput { id: ID }
            input UserInput { name: String }
            """;

    @Test
    void action_withoutHandlerAndField_isAFault() {
        assertThat(faults(ActionDefinition.query("versoin")))
                .containsExactly("action versoin: it has no handler, and type Query has no field of its name; "
                        + "did you mean 'version'?");
    }

    @Test
    void action_withoutOutputType_isAFault() {
        assertThat(faults(ActionDefinition.mutation("createUser").handler(call -> null)))
                .containsExactly("action createUser: the schema does not have its field yet; "
                        + "name its output type with .returns(type)");
    }

    @Test
    void action_ofAnotherTypeThanItsField_isAFault() {
        assertThat(faults(ActionDefinition.query("version").returns("Int").handler(call -> 1)))
                .containsExactly("action version: it returns Int, but the schema's field is of type String; "
                        + "leave .returns(...) out, or mend one of them");
        assertThat(faults(ActionDefinition.query("version").returns("[String]").handler(call -> 1)))
                .hasSize(1);
        assertThat(faults(ActionDefinition.query("version").returns("String!").handler(call -> 1)))
                .isEmpty();
    }

    @Test
    void action_declaredTwice_isAFaultUnlessOnAnotherRootType() {
        assertThat(faults(createUser(), createUser()))
                .containsExactly("action createUser: another action of this name is declared for type Mutation");
        assertThat(faults(
                        createUser(),
                        ActionDefinition.query("createUser")
                                .returns("UserOutput")
                                .handler(call -> null)))
                .isEmpty();
    }

    @Test
    void name_thatIsNone_isAFault() {
        assertThat(faults(ActionDefinition.mutation("create-user")
                        .returns("UserOutput")
                        .handler(call -> null)))
                .containsExactly("action create-user: 'create-user' is no name for a field");
    }

    @Test
    void argument_misspeltOrDeclaredTwice_isAFault() {
        assertThat(faults(createUser().argument("the name", "String")))
                .containsExactly("action createUser: argument 'the name' is no valid name, or declared twice");
        assertThat(faults(createUser().argument("name", "String").argument("name", "ID")))
                .containsExactly("action createUser: argument 'name' is no valid name, or declared twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[User", "User!!", "User]", "Us er", "String! ID", "a-b", "{}", "1"})
    void type_thatCannotBeParsed_isAFault(String text) {
        assertThat(faults(ActionDefinition.mutation("createUser").returns(text).handler(call -> null)))
                .containsExactly(
                        "action createUser: '" + text + "' is no type; write it as in SDL, for instance [User!]!");
        assertThat(faults(createUser().argument("name", text)))
                .containsExactly(
                        "action createUser: '" + text + "' is no type; write it as in SDL, for instance [User!]!");
    }

    @Test
    void type_unknown_isNamedWithTheNearestOne() {
        assertThat(faults(ActionDefinition.mutation("createUser")
                        .returns("UserOuput!")
                        .handler(call -> null)))
                .containsExactly("Mutation.createUser: there is no type 'UserOuput'; did you mean 'UserOutput'?");
        assertThat(faults(createUser().argument("name", "[Sting!]")))
                .containsExactly("Mutation.createUser: there is no type 'Sting'; did you mean 'String'?");
    }

    @Test
    void type_ofTheWrongDirection_isAFault() {
        assertThat(faults(ActionDefinition.mutation("createUser")
                        .returns("UserInput")
                        .handler(call -> null)))
                .containsExactly("Mutation.createUser: a field cannot be of the input type UserInput");
        assertThat(faults(createUser().argument("user", "UserOutput")))
                .containsExactly(
                        "Mutation.createUser: argument or input field 'user' cannot be of the object type UserOutput");
    }

    @Test
    void types_unparsable_areAFault() {
        assertThat(Faults.of(Faults.shop().types("type UserOutput { id: }"), SDL))
                .singleElement()
                .asString()
                .startsWith("types: the SDL cannot be parsed: ")
                .contains("}");
    }

    @Test
    void types_thatAreNotSupported_areEachAFault() {
        assertThat(Faults.of(Faults.shop().types("""
                                        interface Node { id: ID }
                                        scalar Money
                                        union Thing = UserOutput
                                        extend type UserOutput { name: String }
                                        extend enum Color { RED }
                                        directive @secret on FIELD_DEFINITION
                                        schema { query: Query }
                                        query { version }
                                        """), SDL))
                .containsExactly(
                        unsupported(" 'Node'"),
                        unsupported(" 'Money'"),
                        unsupported(" 'Thing'"),
                        unsupported(" 'UserOutput'"),
                        unsupported(" 'Color'"),
                        unsupported(" 'secret'"),
                        unsupported(""),
                        unsupported(""));
    }

    @Test
    void types_thatReferToUnknownOnes_areAFault() {
        assertThat(Faults.of(
                        Faults.shop()
                                .types(
                                        "type Created { user: UsrOutput } input Filter { nested: [Filtr!] by: Created }"),
                        SDL))
                .containsExactly(
                        "Created.user: there is no type 'UsrOutput'; did you mean 'UserOutput'?",
                        "Filter.nested: there is no type 'Filtr'; did you mean 'Filter'?",
                        "Filter.by: argument or input field 'by' cannot be of the object type Created");
    }

    @Test
    void types_declaredTwice_areAFault() {
        assertThat(Faults.of(Faults.shop().types("type A { id: ID }").types("type A { id: ID }"), SDL))
                .containsExactly("type A: it is declared twice through Dovetail");
    }

    @Test
    void types_thatTheSchemaHasOtherwise_areAFault() {
        assertThat(Faults.of(Faults.shop().types("type UserOutput { id: ID! }"), SDL))
                .containsExactly("type UserOutput: the schema has a type of this name that is another; "
                        + "remove it from .types(...)");
        assertThat(Faults.of(Faults.shop().types("enum UserOutput { A }"), SDL))
                .containsExactly("type UserOutput: the schema has a type of this name that is another; "
                        + "remove it from .types(...)");
    }

    private static String unsupported(String name) {
        return "types: only object types, input types and enums can be declared through Dovetail; put" + name
                + " into the schema itself";
    }

    private static ActionDefinition.Builder createUser() {
        return ActionDefinition.mutation("createUser").returns("UserOutput").handler(call -> null);
    }

    private static List<String> faults(ActionDefinition.Builder... actions) {
        DovetailBuilder builder = Faults.shop();
        for (ActionDefinition.Builder action : actions) {
            builder.action(action.build());
        }
        return Faults.of(builder, SDL);
    }
}
