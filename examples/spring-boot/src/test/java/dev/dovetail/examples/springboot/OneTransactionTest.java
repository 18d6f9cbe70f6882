package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.springboot.GraphQlClient.Answer;
import dev.dovetail.examples.springboot.SqlRecorder.Statement;
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

/** With the property that the example leaves off: a mutation and its joins are one transaction. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "shop.one-transaction=true")
@Import(SqlRecorder.class)
@Timeout(60)
final class OneTransactionTest {

    @Autowired
    private DSLContext dsl;

    @Autowired
    private SqlRecorder sql;

    @LocalServerPort
    private int port;

    private GraphQlClient client;

    @BeforeEach
    void noUsers() {
        client = new GraphQlClient(port);
        dsl.execute("truncate users, orders");
        sql.statements();
    }

    @Test
    void createUser_joins_areInItsTransaction() {
        Answer answer = client.ask("mutation { createUser(name: \"Hodor\") { user { name orders { product } } } }");

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.data())
                .isEqualTo(Map.of(
                        "createUser",
                        Map.of("user", Map.of("name", "Hodor", "orders", List.of(Map.of("product", "welcome gift"))))));
        List<Statement> statements = sql.statements();
        assertThat(statements).extracting(Statement::inTransaction).containsExactly(true, true, true, true);
        assertThat(statements).extracting(Statement::caller).containsOnly("clerk");
        assertThat(names()).containsExactly("Hodor");
    }

    @Test
    void twoMutations_secondFails_firstIsUndoneAndNotShown() {
        Answer answer = client.ask(
                "mutation { first: createUser(name: \"Hodor\") { user { name } } second: createUser(name: \"Hodor\") { id } }");

        assertThat(answer.data()).isNull();
        assertThat(answer.errors())
                .singleElement()
                .satisfies(error -> assertThat(error).containsEntry("path", List.of("second")));
        assertThat(names()).isEmpty();
    }

    @Test
    void createUser_joinFails_isUndone() {
        Answer answer =
                client.ask("mutation { createUser(name: \"Hodor\") { id user { orders(limit: -1) { product } } } }");

        assertThat(answer.errors())
                .singleElement()
                .satisfies(error -> assertThat(error).containsEntry("path", List.of("createUser", "user", "orders")));
        assertThat(answer.data()).isNull();
        assertThat(names()).isEmpty();
    }

    @Test
    void query_hasNoTransaction() {
        dsl.execute("insert into users (name) values ('Arya')");
        String arya = String.valueOf(dsl.fetchValue("select id::text from users"));
        sql.statements();

        client.ask("query($ids: [ID!]!) { users(ids: $ids) { user { name } } }", Map.of("ids", List.of(arya)));

        assertThat(sql.statements()).extracting(Statement::inTransaction).containsExactly(false);
    }

    @Test
    void document_thatCannotBeParsed_isErrorOfTheEngine() {
        Answer answer = client.ask("mutation {");

        assertThat(answer.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.get("message")).asString().contains("Invalid syntax"));
    }

    private List<String> names() {
        return dsl.fetch("select name from users order by name").getValues("name", String.class);
    }
}
