package dev.dovetail.examples.dgs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.dgs.GraphQlClient.Answer;
import dev.dovetail.examples.dgs.SqlRecorder.Statement;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What Spring binds, in DGS too, to the thread of a request is bound where its joins are looked up. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SqlRecorder.class)
@Timeout(60)
final class ThreadLocalsTest {

    private static final String ARYA = "a0000000-0000-0000-0000-000000000000";

    @Autowired
    private DSLContext dsl;

    @Autowired
    private SqlRecorder sql;

    @LocalServerPort
    private int port;

    @BeforeEach
    void oneUser() {
        dsl.execute("truncate users, orders");
        dsl.execute("insert into users (id, name) values (?::uuid, 'Arya')", ARYA);
        sql.statements();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "usersLater"})
    void joins_ofAnyThread_haveCallerAndRequestBound(String field) {
        Answer answer = users(field);

        assertThat(answer.errors()).isEmpty();
        List<Statement> statements = sql.statements();
        assertThat(statements).extracting(Statement::caller).containsExactly("Arya", "Arya");
        assertThat(statements)
                .extracting(Statement::request)
                .doesNotContainNull()
                .containsOnly(statements.get(0).request());
    }

    @Test
    void joins_ofThreadThatAnswersLater_areLookedUpThereAndLeaveNothingBound() {
        users("usersLater");
        users("usersLater");

        List<Statement> statements = sql.statements();
        assertThat(statements).extracting(Statement::thread).containsOnly(LaterFetchers.THREAD);
        assertThat(statements.stream().map(Statement::request).distinct())
                .hasSize(2)
                .doesNotContainNull();
        assertThat(MDC.get(RequestIds.KEY)).isNull();
    }

    private Answer users(String field) {
        return new GraphQlClient(port, "Arya")
                .ask(
                        "query($ids: [ID!]!) { " + field + "(ids: $ids) { user { name orders { product } } } }",
                        Map.of("ids", List.of(ARYA)));
    }
}
