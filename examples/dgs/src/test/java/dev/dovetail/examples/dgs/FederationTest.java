package dev.dovetail.examples.dgs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.dgs.GraphQlClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** In a federated graph, DGS asks Dovetail for rows, and its own entity fetchers for the rest. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SqlRecorder.class)
@Timeout(60)
final class FederationTest {

    private static final String ARYA = "a0000000-0000-0000-0000-000000000000";
    private static final String BRAN = "b0000000-0000-0000-0000-000000000000";
    private static final String QUERY = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename "
            + "... on User { name initials orders { product } } ... on Courier { title } } }";

    @Autowired
    private DSLContext dsl;

    @Autowired
    private SqlRecorder sql;

    @LocalServerPort
    private int port;

    @Test
    void entities_ofTablesAndOfDgs_areInTheirPlaces() {
        dsl.execute("truncate users, orders");
        dsl.execute("insert into users (id, name) values (?::uuid, 'Arya'), (?::uuid, 'Bran')", ARYA, BRAN);
        dsl.execute("insert into orders (user_id, product) values (?::uuid, 'needle')", ARYA);
        List<Map<String, Object>> representations = List.of(
                Map.of("__typename", "Courier", "code", "bike"),
                Map.of("__typename", "User", "id", BRAN),
                Map.of("__typename", "Courier", "code", "post"),
                Map.of("__typename", "User", "id", ARYA));
        sql.statements();

        Answer answer = new GraphQlClient(port).ask(QUERY, Map.of("r", representations));

        List<Map<String, Object>> expected = new ArrayList<>();
        expected.add(Map.of("__typename", "Courier", "title", "Courier bike"));
        expected.add(Map.of("__typename", "User", "name", "Bran", "initials", "B", "orders", List.of()));
        expected.add(Map.of("__typename", "Courier", "title", "Courier post"));
        expected.add(Map.of(
                "__typename", "User", "name", "Arya", "initials", "A", "orders", List.of(Map.of("product", "needle"))));
        assertThat(answer.json()).doesNotContainKey("errors");
        assertThat(answer.data()).isEqualTo(Map.of("_entities", expected));
        assertThat(sql.statements()).hasSize(2);
    }

    @Test
    void entityFetcherOfDgs_thatFails_failsAlone() {
        List<Map<String, Object>> representations = List.of(
                Map.of("__typename", "Courier", "code", "bike"), Map.of("__typename", "Courier", "code", "none"));

        Answer answer = new GraphQlClient(port).ask(QUERY, Map.of("r", representations));

        assertThat(answer.data()).asString().isEqualTo("{_entities=[{__typename=Courier, title=Courier bike}, null]}");
        assertThat(answer.json().get("errors"))
                .asString()
                .contains("_entities, 1]")
                .doesNotContain("_entities, 0]");
    }
}
