package dev.dovetail.hasura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.Dovetail;
import dev.dovetail.definition.ActionDefinition;
import dev.dovetail.definition.AsyncPolicy;
import dev.dovetail.definition.OperationKind;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.definition.TableRelationship;
import dev.dovetail.error.ConfigurationException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forms of metadata mean. */
final class HasuraMetadataTest {

    private static final List<String> FORMS = List.of(
            Metadata.EXPORT_V2,
            Metadata.EXPORT_V3,
            "{\"resource_version\": 7, \"metadata\": " + Metadata.EXPORT_V3 + "}",
            "{\"type\": \"replace_metadata\", \"args\": " + Metadata.EXPORT_V2 + "}",
            "{\"type\": \"replace_metadata\", \"version\": 2, \"args\": {\"allow_inconsistent_metadata\": true, "
                    + "\"metadata\": " + Metadata.EXPORT_V3 + "}}",
            "{\"type\": \"bulk\", \"args\": [{\"type\": \"set_custom_types\", \"args\": " + Metadata.TYPES
                    + "}, {\"type\": \"create_action\", \"args\": "
                    + Metadata.ACTION.replace("[{\"role\": \"user\", \"comment\": \"x\"}]", "null")
                    + "}, {\"type\": \"create_action_permission\", \"args\": {\"action\": \"createUser\", \"role\": "
                    + "\"user\"}}, {\"type\": \"replace_metadata\", \"args\": {\"version\": 2, \"tables\": "
                    + Metadata.TABLES + "}}]}");

    @Test
    void everyForm_meansTheSame() {
        for (String form : FORMS) {
            HasuraMetadata metadata = Metadata.read(form);

            assertThat(metadata.report()).as(form).isEmpty();
            assertThat(Metadata.roles(metadata)).as(form).containsExactly("admin", "user");
            assertThat(metadata.relationships())
                    .as(form)
                    .extracting(TableRelationship::toString)
                    .containsExactly(
                            "UserOutput.user", "UserOutput.orders", "Person.orders", "orders.user", "orders.owner");
            assertThat(metadata.tables())
                    .as(form)
                    .extracting(TableDefinition::typeName)
                    .containsExactlyInAnyOrder("Person", "orders");
        }
    }

    @Test
    void action_hasAllThatItsDefinitionSays() {
        ActionDefinition action = Metadata.read(Metadata.EXPORT_V2).actions().get(0);

        assertThat(action.name()).isEqualTo("createUser");
        assertThat(action.operation()).isEqualTo(OperationKind.MUTATION);
        assertThat(action.returns()).isEqualTo("UserOutput!");
        assertThat(action.description()).isEqualTo("Makes a user");
        assertThat(action.arguments().toString())
                .isEqualTo("[ActionArgument[name=user, type=UserInput!, description=Who]]");
    }

    @Test
    void types_areSdlWithDescriptionsAndDeprecations() {
        HasuraMetadata metadata = Metadata.read(Metadata.EXPORT_V2);

        assertThat(metadata.types())
                .contains(
                        "\"A user\"\ntype UserOutput {\n  \"The key\"\n  id: uuid!", "input UserInput {", "\"Smiles\"")
                .contains("SAD @deprecated(reason: \"No longer supported\")");
        assertThat(metadata.scalars()).extracting(GraphQLScalarType::getName).containsExactlyInAnyOrder("uuid", "Tag");
    }

    @Test
    void extendedSchema_hasAllOfIt() {
        Dovetail dovetail =
                Metadata.read(Metadata.EXPORT_V3).addTo(Dovetail.builder()).build();

        assertThat(dovetail.printSchema(new SchemaParser().parse("type Query { version: String }")))
                .contains(
                        "createUser(\n",
                        "user: UserInput!",
                        "scalar uuid",
                        "type Person {",
                        "fullName: String",
                        "owner: Person")
                .contains("orders_aggregate(");
    }

    @Test
    void unsetVariables_areInOneException() {
        HasuraMetadata metadata = HasuraMetadata.ofJson(Metadata.EXPORT_V2).environment(variable -> null);

        assertThatThrownBy(metadata::actions)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "JSON: actions[createUser].definition.handler: the environment has no variable HOST; set it",
                                        "JSON: actions[createUser].definition.headers[X-B].value_from_env: the environment has no "
                                                + "variable SECRET; set it"));
    }

    @Test
    void hostsHandler_needsNoVariables() {
        HasuraMetadata metadata = HasuraMetadata.ofJson(Metadata.EXPORT_V2)
                .environment(variable -> null)
                .handler("createUser", call -> null);

        assertThat(metadata.actions()).hasSize(1);
        assertThat(Metadata.roles(metadata)).containsExactly("admin", "user");
    }

    @Test
    void handlersOfUnknownActions_areFaults() {
        assertThatThrownBy(() -> Metadata.read(Metadata.EXPORT_V2)
                        .handler("other", call -> null)
                        .webhook("more", builder -> builder)
                        .actions())
                .hasMessageContaining(".handler(\"other\", ...): the metadata has no action of this name")
                .hasMessageContaining(".webhook(\"more\", ...): the metadata has no action of this name");
    }

    @Test
    void transforms_areReported_unlessTheHostWritesThem() {
        String json = Metadata.EXPORT_V2.replace(
                "\"timeout\": 5",
                "\"timeout\": 5, \"request_transform\": {\"version\": 2}, \"response_transform\": {\"a\": 1}");

        assertThat(Metadata.report(Metadata.read(json)))
                .containsExactly(
                        "JSON: actions[createUser].definition.request_transform: templates are not run; write it as a "
                                + "function: .webhook(\"createUser\", builder -> builder.transformRequest(...))",
                        "JSON: actions[createUser].definition.response_transform: templates are not run; write it as a "
                                + "function: .webhook(\"createUser\", builder -> builder.transformResponse(...))");
        assertThat(Metadata.read(json).webhook("createUser", builder -> builder).report())
                .isEmpty();
    }

    @Test
    void asynchronousAction_isLeftOutAndReported() {
        HasuraMetadata metadata = Metadata.read(Metadata.EXPORT_V2.replace("\"synchronous\"", "\"asynchronous\""));

        assertThat(metadata.actions()).isEmpty();
        assertThat(Metadata.report(metadata))
                .containsExactly(
                        "JSON: actions[createUser].definition.kind: actions of kind asynchronous are left out; "
                                + "asynchronous ones are taken over with .asynchronous(policy), and .asyncActions(store)"
                                + " of the builder");
    }

    @Test
    void asynchronousAction_isTakenOverWithAPolicy() {
        AsyncPolicy policy = AsyncPolicy.builder().attempts(1).build();
        HasuraMetadata metadata = Metadata.read(Metadata.EXPORT_V2.replace("\"synchronous\"", "\"asynchronous\""))
                .asynchronous(policy);

        assertThat(metadata.actions())
                .singleElement()
                .satisfies(action -> assertThat(action.asynchronous()).isSameAs(policy));
        assertThat(Metadata.report(metadata)).isEmpty();
        assertThat(Metadata.read(Metadata.EXPORT_V2).asynchronous(policy).actions())
                .singleElement()
                .satisfies(action -> assertThat(action.asynchronous()).isNull());
    }

    @Test
    void clientHeaders_thatNobodyFinds_areReported() {
        assertThat(Metadata.report(HasuraMetadata.ofJson(Metadata.EXPORT_V2)
                        .environment(variable -> "x")
                        .database(new Metadata.Shop())))
                .containsExactly(
                        "JSON: actions[createUser].definition: the client's headers are not forwarded; say where "
                                + "they are with .clientHeaders(...)");
    }

    @Test
    void foreignKeys_withoutADatabase_areReported() {
        HasuraMetadata metadata = HasuraMetadata.ofJson(Metadata.EXPORT_V2)
                .environment(variable -> "x")
                .clientHeaders(context -> null);

        assertThat(metadata.relationships())
                .extracting(TableRelationship::toString)
                .containsExactly("UserOutput.user", "UserOutput.orders", "orders.owner");
        assertThat(Metadata.report(metadata)).hasSize(2).allMatch(omission -> omission.contains("foreign key"));
    }

    @Test
    void tableThatIsNotInTheMetadata_isReported() {
        assertThat(Metadata.report(Metadata.read("{\"type\": \"set_custom_types\", \"args\": " + Metadata.TYPES + "}")))
                .containsExactly(
                        "UserOutput.user: table public.users is not in the metadata, so nothing is known of its columns "
                                + "and permissions; declare it with .table(TableDefinition.of(...))",
                        "UserOutput.orders: table public.orders is not in the metadata, so nothing is known of its "
                                + "columns and permissions; declare it with .table(TableDefinition.of(...))");
    }

    @Test
    void permissionOfAnUnknownAction_isReported() {
        assertThat(
                        Metadata.report(
                                Metadata.read(
                                        "{\"type\": \"create_action_permission\", \"args\": {\"action\": \"gone\", \"role\": \"user\"}}")))
                .containsExactly("JSON: args: there is no action 'gone'");
    }

    @Test
    void otherCommands_areReported() {
        assertThat(Metadata.report(Metadata.read("{\"type\": \"pg_track_table\", \"args\": {\"table\": \"t\"}}")))
                .containsExactly(
                        "JSON: args: the command pg_track_table is not taken over; export the metadata instead");
    }

    @Test
    void typeNames_areThoseOfHasura() {
        HasuraMetadata metadata = Metadata.read(Metadata.EXPORT_V2
                .replace("{\"schema\": \"public\", \"name\": \"users\"}", "{\"schema\": \"crm\", \"name\": \"users\"}")
                .replace("\"custom_name\": \"Person\", ", ""));

        assertThat(metadata.tables()).extracting(TableDefinition::typeName).contains("crm_users");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "7",
                "[{}] x",
                "{\"a\": 1, \"a\": 2}",
                "{\"actions\": 7}",
                "{\"actions\": [{}]}",
                "{\"actions\": [{\"name\": \"x y\", \"definition\": {}}]}",
                "{\"actions\": [{\"name\": \"x\"}]}",
                "{\"actions\": [{\"name\": \"x\", \"definition\": {\"handler\": \"http://h\"}}]}",
                "{\"actions\": [{\"name\": \"x\", \"definition\": {\"handler\": \"http://h\", \"output_type\": \"[\"}}]}",
                "{\"custom_types\": {\"objects\": [{\"name\": \"A\"}]}}",
                "{\"custom_types\": {\"objects\": [{\"name\": \"A\", \"fields\": []}]}}",
                "{\"custom_types\": {\"objects\": [{\"name\": \"A\", \"fields\": [{\"name\": \"a\", \"type\": \"!\"}]}]}}",
                "{\"custom_types\": {\"enums\": [{\"name\": \"A\", \"values\": [{\"value\": \"a b\"}]}]}}",
                "{\"sources\": [{\"tables\": []}]}",
                "{\"tables\": [{}]}",
                "{\"tables\": [null]}"
            })
    void malformedMetadata_isOneExceptionThatNamesThePlace(String json) {
        assertThatThrownBy(() -> HasuraMetadata.ofJson(json).report())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("JSON");
    }
}
