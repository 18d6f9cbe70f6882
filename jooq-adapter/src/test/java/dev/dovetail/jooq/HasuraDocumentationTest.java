package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.RestService;
import dev.dovetail.Service;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.hasura.HasuraMetadata;
import dev.dovetail.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of Hasura's documentation of relationships of actions, as they stand there. */
final class HasuraDocumentationTest {

    private final TestDatabase database = TestDatabase.with(
            "create table users (id int primary key, name text not null)", "insert into users values (7, 'Hodor')");
    private RestService rest;

    @TempDir
    private Path project;

    @BeforeEach
    void start() {
        rest = RestService.answering(200, "{\"id\": 7}");
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\": \"public\", \"name\": \"users\"}", "\"users\""})
    void setCustomTypes_withARelationship_answers(String remoteTable) {
        HasuraMetadata metadata = HasuraMetadata.ofJson("""
                {
                  "type": "set_custom_types",
                  "args": {
                    "scalars": [],
                    "enums": [],
                    "input_objects": [],
                    "objects": [
                      {
                        "name": "UserOutput",
                        "fields": [{"name": "id", "type": "Int!"}],
                        "relationships": [
                          {"name": "user", "type": "object", "remote_table": REMOTE, "field_mapping": {"id": "id"}}
                        ]
                      }
                    ]
                  }
                }
                """.replace("REMOTE", remoteTable), """
                {"type": "create_action", "args": {"name": "createUser", "definition": {"kind": "synchronous",
                  "arguments": [{"name": "name", "type": "String!"}], "output_type": "UserOutput",
                  "handler": "HANDLER"}}}
                """.replace(
                        "HANDLER", rest.uri().toString()));

        answers(metadata);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                - custom_types
                  - objects
                    - name: UserOutput
                """, """
                - custom_types:
                  - objects:
                    - name: UserOutput
                """, """
                custom_types:
                  objects:
                    - name: UserOutput
                """})
    void actionsYaml_withARelationship_answers(String start) throws IOException {
        Files.writeString(
                project.resolve("actions.yaml"),
                start + """
                      relationships:
                      - remote_table:
                          schema: public
                          name: users
                        name: user
                        type: object
                        field_mapping:
                          id: id
                actions:
                  - name: createUser
                    definition:
                      kind: synchronous
                      handler: HANDLER
                """.replace("HANDLER", rest.uri().toString()));
        Files.writeString(
                project.resolve("actions.graphql"),
                "type Mutation { createUser(name: String!): UserOutput } type UserOutput { id: Int! }");

        answers(HasuraMetadata.ofProject(project));
    }

    @Test
    void tag_includesAFile_asATextDoes() throws IOException {
        Files.writeString(project.resolve("tables.yaml"), "- !include users.yaml\n- \"!include orders.yaml\"\n");
        Files.writeString(project.resolve("users.yaml"), "table: users\n");
        Files.writeString(project.resolve("orders.yaml"), "table: orders\nselect_permissions: [{role: a}]\n");

        assertThat(HasuraMetadata.ofProject(project).report().toString())
                .contains("users.yaml: no relationship", "orders.yaml: no relationship", "permissions of a");
    }

    private void answers(HasuraMetadata metadata) {
        Dovetail dovetail = metadata.addTo(Dovetail.builder())
                .tables(JooqTableSource.of(database.dsl()))
                .table(TableDefinition.of("public", "users")
                        .type("users")
                        .columns("name")
                        .build())
                .session(context -> Session.of("admin", Map.of()))
                .build();
        Service service = Service.of(dovetail, "type Query { version: String }");
        database.forget();

        assertThat(service.data("mutation { createUser(name: \"Hodor\") { id user { name } } }"))
                .isEqualTo(Map.of("createUser", Map.of("id", 7, "user", Map.of("name", "Hodor"))));
        assertThat(database.statements()).hasSize(1);
    }
}
