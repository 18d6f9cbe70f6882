package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.Dovetail;
import dev.dovetail.Service;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that changes while the service runs fails its own relationships, with a code of their own. */
final class TableChangedTest {

    private static final String QUERY = "{ users { user { name } email { address } } }";

    private TestDatabase database;
    private Service service;

    @BeforeEach
    void start() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text, nick text)",
                "insert into users values (1, 'Hodor'), (2, 'Bran')",
                "create table emails (user_id int primary key, address text)",
                "insert into emails values (1, 'h@example.com'), (2, 'b@example.com')");
        Dovetail dovetail = Dovetail.builder()
                .tables(JooqTableSource.of(database.dsl()))
                .table(TableDefinition.of("public", "users")
                        .type("UserRow")
                        .allColumns()
                        .build())
                .table(TableDefinition.of("public", "emails")
                        .type("Email")
                        .allColumns()
                        .build())
                .relationship(ObjectRelationship.named("user")
                        .on("User")
                        .references("public", "users")
                        .from("id")
                        .to("id")
                        .build())
                .relationship(ObjectRelationship.named("email")
                        .on("User")
                        .references("public", "emails")
                        .from("id")
                        .to("user_id")
                        .build())
                .build();
        service = Service.of(
                dovetail,
                "type Query { users: [User!]! } type User { id: Int! }",
                wiring -> wiring.type(
                        "Query",
                        query -> query.dataFetcher("users", env -> List.of(Map.of("id", 1), Map.of("id", 2)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table users drop column name",
                "alter table users drop column id",
                "alter table users rename column name to full_name",
                "alter table users rename to people",
                "drop table users",
                "alter table users alter column id type text",
            })
    void tableThatChanged_failsItsRelationshipOnly(String change) {
        database.run(change);

        ExecutionResult result = service.execute(QUERY);

        assertThat(Service.codes(result))
                .containsExactlyInAnyOrder("[users, 0, user] table-changed", "[users, 1, user] table-changed");
        assertThat(result.getErrors())
                .allMatch(error -> error.getMessage().equals("The table of relationship User.user has changed"));
        assertThat(result.getData().toString())
                .isEqualTo("{users=[{user=null, email={address=h@example.com}},"
                        + " {user=null, email={address=b@example.com}}]}");
    }

    @Test
    void changeThatConcernsNoSelectedColumn_isNoFault() {
        database.run("alter table users drop column nick", "alter table users add column age int");

        assertThat(service.data(QUERY).toString()).contains("name=Hodor", "name=Bran");
        assertThat(Service.codes(service.execute("{ users { user { nick } } }")))
                .containsExactlyInAnyOrder("[users, 0, user] table-changed", "[users, 1, user] table-changed");
    }

    @Test
    void tableThatIsBack_isReadAgain() {
        database.run("alter table users rename to people");
        assertThat(service.execute(QUERY).getErrors()).hasSize(2);

        database.run("alter table people rename to users");

        assertThat(service.execute(QUERY).getErrors()).isEmpty();
    }
}
