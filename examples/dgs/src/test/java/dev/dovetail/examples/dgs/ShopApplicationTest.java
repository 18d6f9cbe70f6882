package dev.dovetail.examples.dgs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.dgs.GraphQlClient.Answer;
import dev.dovetail.examples.dgs.SqlRecorder.Statement;
import dev.dovetail.examples.postgres.LocalPostgres;
import dev.dovetail.session.Session;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.schema.FieldCoordinates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.transaction.support.TransactionTemplate;

/** The application as it is, with DGS's own exception handler and registry of loaders. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({SqlRecorder.class, ShopApplicationTest.SchemaInspection.class})
@Timeout(60)
final class ShopApplicationTest {

    @Autowired
    private DSLContext dsl;

    @Autowired
    private LocalPostgres postgres;

    @Autowired
    private SqlRecorder sql;

    @Autowired
    private SchemaInspection inspection;

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
    void createUser_ofDataFetcher_answersWithRow() {
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

    /** Or DGS would tell clients that the service is not available, and they would try again. */
    @Test
    void wrongArgument_isTheClientsFault() {
        Answer answer = client.ask(
                "query($ids: [ID!]!) { users(ids: $ids) { user { orders(limit: -1) { product } } } }",
                Map.of("ids", List.of(arya)));

        assertThat(answer.errors())
                .singleElement()
                .extracting("extensions")
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("code", "argument-invalid")
                .containsEntry("errorType", "BAD_REQUEST");
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

    /** What the data fetcher's @Transactional covers ends when the method returns: joins come after it. */
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
                .containsExactly(Map.of(
                        "message", "That name is taken",
                        "path", List.of("renameUser"),
                        "extensions", Map.of("code", "name-taken", "name", "Bran", "classification", "BAD_REQUEST")));
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

    @Test
    void inspection_ofSchema_findsNothingOfDovetailUnmapped() {
        SchemaReport report = inspection.report.get();

        // DGS makes these two, and asks for couriers, in its own way: the inspection knows nothing of it
        assertThat(report.unmappedFields())
                .containsExactlyInAnyOrder(
                        FieldCoordinates.coordinates("Query", "_service"),
                        FieldCoordinates.coordinates("Query", "_entities"));
        assertThat(report.unmappedRegistrations().keySet()).hasToString("[Query._entities.Courier]");
        assertThat(report.unmappedArguments()).isEmpty();
    }

    /** DGS adds its own classification to every error of a data fetcher's. */
    private static Map<String, Object> error(String message, List<Object> path, Map<String, Object> extensions) {
        Map<String, Object> all = new HashMap<>(extensions);
        all.put("errorType", "UNAVAILABLE");
        all.put("errorDetail", "SERVICE_ERROR");
        return Map.of("message", message, "path", path, "extensions", all);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class SchemaInspection {

        final AtomicReference<SchemaReport> report = new AtomicReference<>();

        @Bean
        GraphQlSourceBuilderCustomizer inspection() {
            return builder -> builder.inspectSchemaMappings(report::set);
        }
    }
}
