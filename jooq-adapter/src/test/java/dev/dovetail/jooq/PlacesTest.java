package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.error.ConfigurationException;
import dev.dovetail.jooq.Outputs.Outcome;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relationship belongs to its type and works wherever that type appears. */
final class PlacesTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text, mail text)",
                "insert into users values (1, 'Ann', 'ann@x'), (2, 'Bob', 'bob@x'), (3, 'Cid', 'cid@x')",
                "create table notes (user_id int, text text)",
                "insert into notes values (1, 'n1'), (2, 'n2')");
    }

    @Test
    void nestedObjects_atAnyDepth_areJoined() {
        Outputs outputs = Outputs.of(
                        database,
                        "Report",
                        "type Report { page: Page } type Page { author: Person editors: [[Person!]!] }"
                                + " type Person { id: Int }")
                .table("users", "User")
                .join(user("Person", "id"));
        Map<String, Object> page = Map.of(
                "author", Map.of("id", 1), "editors", List.of(List.of(Map.of("id", 2)), List.of(Map.of("id", 3))));

        Outcome outcome = outputs.answering(Map.of("page", page))
                .select("{ page { author { user { name } } editors { user { name } } } }");

        assertThat(outcome.data())
                .isEqualTo("{page={author={user={name=Ann}}, editors=[[{user={name=Bob}}], [{user={name=Cid}}]]}}");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void interface_declaresTheRelationship_implementationsShareABatch() {
        Outcome outcome = events().select(
                        "{ __typename user { name } ... on Login { at user { name } } ... on Logout { user { name } } }");

        assertThat(outcome.data())
                .isEqualTo("[{__typename=Login, user={name=Ann}, at=noon}, {__typename=Logout, user={name=Bob}},"
                        + " {__typename=Login, user=null, at=dusk}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void interface_implementationsSelectOtherColumns_eachReadsItsOwn() {
        Outcome outcome = events().select(
                        "{ user { name } ... on Login { user { mail } } ... on Logout { also: user { notes { text } } } }");

        assertThat(outcome.data())
                .isEqualTo("[{user={name=Ann, mail=ann@x}}, {user={name=Bob}, also={notes=[{text=n2}]}},"
                        + " {user=null}]");
        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.statements()).hasSize(4);
    }

    @Test
    void interface_ofAnInterface_passesTheRelationshipOn() {
        Outputs outputs = Outputs.withoutAction(database)
                .host(
                        """
                        type Query { nodes: [Node] }
                        interface Node { key: Int }
                        interface Event implements Node { key: Int at: String }
                        type Login implements Node & Event { key: Int at: String }
                        """,
                        wiring -> wiring.type("Node", type -> type.typeResolver(PlacesTest::typeOfMap))
                                .type("Event", type -> type.typeResolver(PlacesTest::typeOfMap))
                                .type(
                                        "Query",
                                        type -> type.dataFetcher(
                                                "nodes", environment -> List.of(Map.of("type", "Login", "key", 1)))))
                .table("users", "User")
                .join(user("Node", "key"));

        Outcome outcome = outputs.ask("{ nodes { user { name } ... on Event { user { mail } } } }", input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.result().<Object>getData()).hasToString("{nodes=[{user={name=Ann, mail=ann@x}}]}");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void interface_implementedByAnExtension_passesTheRelationshipOn() {
        Outputs outputs = Outputs.withoutAction(database)
                .host(
                        """
                        type Query { nodes: [Node] }
                        interface Node { key: Int }
                        type Login { key: Int }
                        extend type Login implements Node
                        """,
                        wiring -> wiring.type("Node", type -> type.typeResolver(PlacesTest::typeOfMap))
                                .type(
                                        "Query",
                                        type -> type.dataFetcher(
                                                "nodes", environment -> List.of(Map.of("type", "Login", "key", 1)))))
                .table("users", "User")
                .join(user("Node", "key"));

        Outcome outcome = outputs.ask("{ nodes { user { name } } }", input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.result().<Object>getData()).hasToString("{nodes=[{user={name=Ann}}]}");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void interface_implementedByATablesType_joinsRowsAndOtherObjects() {
        Outputs outputs = Outputs.withoutAction(database)
                .host(
                        """
                        type Query { owned: [Owned] }
                        interface Owned { user_id: Int }
                        type Thing implements Owned { user_id: Int }
                        type Note implements Owned { user_id: Int text: String }
                        """,
                        wiring -> wiring.type("Owned", type -> type.typeResolver(PlacesTest::typeOfMap))
                                .type(
                                        "Query",
                                        type -> type.dataFetcher(
                                                "owned",
                                                environment -> List.of(
                                                        Map.of("type", "Thing", "user_id", 2),
                                                        Map.of("type", "Note", "user_id", 1, "text", "new")))))
                .table(TableDefinition.of("public", "notes").type("Note").build())
                .table("users", "User")
                .join(user("Owned", "user_id"), notes());

        Outcome outcome = outputs.ask(
                "{ owned { user { name notes { text user { name } } } ... on Note { text } } }", input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.result().<Object>getData())
                .hasToString("{owned=[{user={name=Bob, notes=[{text=n2, user={name=Bob}}]}},"
                        + " {user={name=Ann, notes=[{text=n1, user={name=Ann}}]}, text=new}]}");
        assertThat(outcome.statements()).hasSize(3);
    }

    @Test
    void tablesType_mappedFieldIsTheHostsOwn_isAFault() {
        Outputs outputs = Outputs.withoutAction(database)
                .host("type Query { user: User } type User { name: String friend: Int }", wiring -> wiring)
                .table(TableDefinition.of("public", "users").type("User").build())
                .join(user("User", "friend"));

        assertThatThrownBy(outputs::graphQL)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("User.user")
                .hasMessageContaining("[friend]");
    }

    @Test
    void union_membersWithRelationships_areJoined() {
        Outputs outputs = Outputs.withoutAction(database)
                .host(
                        """
                        type Query { found: [Found] }
                        union Found = Person | Company
                        type Person { id: Int }
                        type Company { owner: Int }
                        """,
                        wiring -> wiring.type("Found", type -> type.typeResolver(PlacesTest::typeOfMap))
                                .type(
                                        "Query",
                                        type -> type.dataFetcher(
                                                "found",
                                                environment -> List.of(
                                                        Map.of("type", "Person", "id", 1),
                                                        Map.of("type", "Company", "owner", 2),
                                                        Map.of("type", "Person", "id", 3)))))
                .table("users", "User")
                .join(user("Person", "id"), user("Company", "owner"));

        Outcome outcome = outputs.ask(
                "{ found { ... on Person { user { name } } ... on Company { user { mail } } } }", input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.result().<Object>getData())
                .hasToString("{found=[{user={name=Ann}}, {user={mail=bob@x}}, {user={name=Cid}}]}");
        assertThat(outcome.statements()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ u: user { n: name } }                                        | [{u={n=Ann}}]              | 1",
                "{ ...a } fragment a on Output { user { ...b } } fragment b on User { name mail } "
                        + "| [{user={name=Ann, mail=ann@x}}] | 1",
                "{ user { name } ... on Output { user { mail } } }              | [{user={name=Ann, mail=ann@x}}] | 1",
                "{ user { name } user { notes { text } } }                      | [{user={name=Ann, notes=[{text=n1}]}}] | 2",
                "{ key user @skip(if: true) { name } }                          | [{key=1}]                  | 0",
                "{ user { name mail @include(if: false) } }                     | [{user={name=Ann}}]        | 1",
                "{ user { name ... on User @skip(if: true) { notes { text } } } } | [{user={name=Ann}}]      | 1",
                "{ user { ... @include(if: true) { mail } } }                   | [{user={mail=ann@x}}]      | 1",
                "{ user { id: name name: id } }                                 | [{user={id=Ann, name=1}}]  | 1",
            })
    void selection_ofAnyForm_readsWhatItShows(String selection, String data, int statements) {
        Outputs outputs = Outputs.of(database, "key: Int")
                .table("users", "User")
                .table("notes", "Note")
                .join(user("Output", "key"), notes())
                .answering(Outputs.keys(1));
        int end = selection.indexOf(" fragment ");
        String query = end < 0
                ? "{ outputs " + selection + " }"
                : "{ outputs " + selection.substring(0, end) + " }" + selection.substring(end);

        Outcome outcome = outputs.ask(query, input -> {});

        assertThat(outcome.codes()).isEmpty();
        assertThat(outcome.data()).isEqualTo(data);
        assertThat(outcome.statements()).hasSize(statements);
        if (!data.contains("mail")) {
            assertThat(outcome.statements()).noneMatch(sql -> sql.contains("\"mail\""));
        }
    }

    private Outputs events() {
        return Outputs.withoutAction(database)
                .host(
                        """
                        type Query { outputs: [Event] }
                        interface Event { user_id: Int }
                        type Login implements Event { user_id: Int at: String }
                        type Logout implements Event { user_id: Int }
                        """,
                        wiring -> wiring.type("Event", type -> type.typeResolver(PlacesTest::typeOfMap))
                                .type(
                                        "Query",
                                        type -> type.dataFetcher(
                                                "outputs",
                                                environment -> List.of(
                                                        Map.of("type", "Login", "user_id", 1, "at", "noon"),
                                                        Map.of("type", "Logout", "user_id", 2),
                                                        Map.of("type", "Login", "at", "dusk")))))
                .table("users", "User")
                .table("notes", "Note")
                .join(user("Event", "user_id"), notes());
    }

    private static ObjectRelationship user(String type, String from) {
        return ObjectRelationship.named("user")
                .on(type)
                .references("public", "users")
                .from(from)
                .to("id")
                .build();
    }

    private static ArrayRelationship notes() {
        return ArrayRelationship.named("notes")
                .on("User")
                .references("public", "notes")
                .from("id")
                .to("user_id")
                .build();
    }

    private static GraphQLObjectType typeOfMap(TypeResolutionEnvironment environment) {
        Map<String, Object> object = environment.getObject();
        return environment.getSchema().getObjectType((String) object.get("type"));
    }
}
