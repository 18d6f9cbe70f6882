package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.postgres.LocalPostgres;
import dev.dovetail.examples.springboot.GraphQlClient.Answer;
import dev.dovetail.examples.springboot.SqlRecorder.Statement;
import dev.dovetail.session.Session;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The application as it is, with Spring's own exception handler and observations. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SqlRecorder.class)
@Timeout(60)
final class ShopApplicationTest {

    @Autowired
    private DSLContext dsl;

    @Autowired
    private LocalPostgres postgres;

    @Autowired
    private SqlRecorder sql;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private GraphQlSource graphQl;

    @Autowired
    private TransactionTemplate transactions;

    @LocalServerPort
    private int port;

    private GraphQlClient client;
    private String arya;
    private String bran;

    @BeforeEach
    void twoUsers() {
        client = new GraphQlClient(port);
        dsl.execute("truncate users, orders");
        arya = user("Arya");
        bran = user("Bran");
        dsl.execute("insert into orders (user_id, product) values (?::uuid, 'needle')", arya);
        sql.selects();
    }

    private String user(String name) {
        return String.valueOf(dsl.fetchValue("insert into users (name) values (?) returning id::text", name));
    }

    @Test
    void createUser_ofController_answersWithRow() {
        Answer answer =
                client.ask("mutation { createUser(name: \"Hodor\") { user { name initials orders { product } } } }");

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.data())
                .isEqualTo(Map.of(
                        "createUser",
                        Map.of(
                                "user",
                                Map.of(
                                        "name", "Hodor",
                                        "initials", "H",
                                        "orders", List.of(Map.of("product", "welcome gift"))))));
        assertThat(sql.selects()).hasSize(2);
    }

    @Test
    void users_severalIds_areOneBatchForEachRelationship() {
        Answer answer = client.ask(
                "query($ids: [ID!]!) { users(ids: $ids) { user { name orders { product } } } }",
                Map.of("ids", List.of(arya, bran, arya)));

        assertThat(answer.errors()).isEmpty();
        Map<String, Object> ofArya =
                Map.of("user", Map.of("name", "Arya", "orders", List.of(Map.of("product", "needle"))));
        Map<String, Object> ofBran = Map.of("user", Map.of("name", "Bran", "orders", List.of()));
        assertThat(answer.data()).isEqualTo(Map.of("users", List.of(ofArya, ofBran, ofArya)));
        assertThat(sql.selects()).hasSize(2);
    }

    @Test
    void users_idThatIsNoUuid_isCodedErrorOfThatFieldAlone() {
        Answer answer = client.ask(
                "query($ids: [ID!]!) { users(ids: $ids) { user { name } } }", Map.of("ids", List.of("nobody", arya)));

        Map<String, Object> ofNobody = new HashMap<>();
        ofNobody.put("user", null);
        assertThat(answer.data()).isEqualTo(Map.of("users", List.of(ofNobody, Map.of("user", Map.of("name", "Arya")))));
        assertThat(answer.errors())
                .containsExactly(error(
                        "Relationship UserOutput.user has a key that is no value of type UUID",
                        List.of("users", 0, "user"),
                        Map.of("code", "join-key-invalid")));
        assertThat(sql.selects()).hasSize(1);
    }

    @Test
    void users_tableRenamed_isCodedErrorWithoutSql() {
        dsl.execute("alter table orders rename to gone");
        try {
            Answer answer = client.ask(
                    "query($ids: [ID!]!) { users(ids: $ids) { user { name orders { product } } } }",
                    Map.of("ids", List.of(arya)));

            assertThat(answer.errors())
                    .containsExactly(error(
                            "The table of relationship User.orders has changed",
                            List.of("users", 0, "user", "orders"),
                            Map.of("code", "table-changed")));
        } finally {
            dsl.execute("alter table gone rename to orders");
        }
    }

    @Test
    void users_databaseDown_isCodedErrorUntilItIsBack() {
        String query = "query($ids: [ID!]!) { users(ids: $ids) { user { name } } }";
        postgres.stop();
        try {
            Answer answer = client.ask(query, Map.of("ids", List.of(arya)));

            assertThat(answer.errors())
                    .containsExactly(error(
                            "The lookup of relationship UserOutput.user failed",
                            List.of("users", 0, "user"),
                            Map.of("code", "table-lookup-failed")));
        } finally {
            postgres.restart();
        }
        assertThat(client.ask(query, Map.of("ids", List.of(arya))).errors()).isEmpty();
    }

    /** What the controller's @Transactional covers ends when the method returns: joins come after it. */
    @Test
    void createUser_transactionalMethod_isCommittedBeforeJoins() {
        client.ask("mutation { createUser(name: \"Hodor\") { user { orders { product } } } }");

        assertThat(sql.statements()).extracting(Statement::inTransaction).containsExactly(true, true, false, false);
    }

    @Test
    void renameUser_refusedByHandler_keepsItsExtensions() {
        Answer answer = client.ask(
                "mutation($id: ID!) { renameUser(id: $id, name: \"Bran\") { user { name } } }", Map.of("id", arya));

        assertThat(answer.errors())
                .containsExactly(error(
                        "That name is taken",
                        List.of("renameUser"),
                        Map.of("code", "name-taken", "name", "Bran", "classification", "BAD_REQUEST")));
        assertThat(sql.selects()).isEmpty();
    }

    /** A failed statement would abort the transaction of PostgreSQL, and the new name would be lost without a word. */
    @Test
    void renameUser_joinFailsInTransaction_writeIsCommitted() {
        dsl.execute("alter table orders rename to gone");
        try {
            ExecutionResult result = transactions.execute(status -> graphQl.graphQl()
                    .execute(ExecutionInput.newExecutionInput(
                                    "mutation($id: ID!) { renameUser(id: $id, name: \"No one\") { user { name orders { product } } } }")
                            .variables(Map.of("id", arya))
                            .graphQLContext(Map.of(Session.class, Session.of("clerk", Map.of())))
                            .build()));

            assertThat(result.getErrors()).singleElement().satisfies(error -> {
                assertThat(error.getPath()).isEqualTo(List.of("renameUser", "user", "orders"));
                assertThat(error.getExtensions()).containsEntry("code", "table-changed");
            });
        } finally {
            dsl.execute("alter table gone rename to orders");
        }
        assertThat(dsl.fetchValue("select name from users where id = ?::uuid", arya))
                .isEqualTo("No one");
    }

    /** Spring's observations put a registry of their own in the place of the request's. */
    @Test
    void users_withObservations_lookupIsTimedUnderNameOfRelationship() {
        client.ask("query($ids: [ID!]!) { users(ids: $ids) { user { name } } }", Map.of("ids", List.of(arya, bran)));

        assertThat(meters.get("graphql.dataloader")
                        .tag("graphql.loader.name", "dovetail:UserOutput.user")
                        .timer()
                        .count())
                .isPositive();
    }

    private static Map<String, Object> error(String message, List<Object> path, Map<String, Object> extensions) {
        Map<String, Object> all = new HashMap<>(Map.of("classification", "DataFetchingException"));
        all.putAll(extensions);
        return Map.of("message", message, "path", path, "extensions", all);
    }
}
