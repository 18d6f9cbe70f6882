package dev.dovetail.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.quickstart.web.ReadyQueries;
import dev.dovetail.examples.quickstart.web.ReadyQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the page's waterfall is drawn of. */
final class SeenJoinsTest {

    @ParameterizedTest
    @MethodSource("readyQueries")
    void readyQuery_asked_answerTellsOfItsJoins(ReadyQuery ready) throws Exception {
        JsonNode trace = RunningQuickstart.ask(ready).at("/extensions/dovetail");

        double total = trace.get("millis").asDouble();
        assertThat(trace.get("joins").values()).isNotEmpty().allSatisfy(join -> {
            assertThat(join.get("paths").values()).isNotEmpty();
            assertThat(join.get("startMillis").asDouble() + join.get("millis").asDouble())
                    .isBetween(0.0, total);
        });
    }

    @Test
    void topCustomers_twoRelationships_keysRowsAndStatementOfEach() throws Exception {
        JsonNode joins =
                joins("{ topCustomers(limit: 3) { user { orders(limit: 2) { total } auth0_profile { account } } } }");

        assertThat(joins.values())
                .extracting(SeenJoinsTest::seen)
                .containsExactlyInAnyOrder(
                        "CustomerRank.user at topCustomers.user: 3 keys, 3 rows, 1 statement(s)",
                        "User.orders at topCustomers.user.orders: 3 keys, 6 rows, 1 statement(s)",
                        "User.auth0_profile at topCustomers.user.auth0_profile: 3 keys, 3 rows, 0 statement(s)");
    }

    @Test
    void joins_ofNothing_answerTellsOfNone() throws Exception {
        assertThat(joins("{ shop }").values()).isEmpty();
    }

    static List<ReadyQuery> readyQueries() {
        return ReadyQueries.all();
    }

    private static JsonNode joins(String query) throws Exception {
        return RunningQuickstart.ask(query).at("/extensions/dovetail/joins");
    }

    private static String seen(JsonNode join) {
        return "%s at %s: %s keys, %s rows, %d statement(s)"
                .formatted(
                        join.get("relationship").asString(),
                        join.at("/paths/0").asString(),
                        join.get("keys"),
                        join.get("rows"),
                        join.get("statements").size());
    }
}
