package dev.dovetail.table.contract;

import static dev.dovetail.table.contract.Host.array;
import static dev.dovetail.table.contract.Host.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.table.contract.Host.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the rows of each parent, and cursors that lead from one to the next. */
interface Connections extends Concern {

    String PAGE = " { edges { node { id } } pageInfo { hasNextPage hasPreviousPage } }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 2                                      | 1 2       | next",
                "last: 2                                       | 4 5       | previous",
                "first: 5                                      | 1 2 3 4 5 | ",
                "first: 2147483647                             | 1 2 3 4 5 | ",
                "first: 0                                      |           | next",
                "last: 0                                       |           | previous",
                "first: 2, order_by: {id: desc}                | 5 4       | next",
                "last: 2, order_by: {id: desc}                 | 2 1       | previous",
                "first: 2, order_by: {total: asc}              | 1 2       | next",
                "first: 2, order_by: {total: desc}             | 4 5       | next",
                "last: 3, order_by: {total: asc_nulls_first}   | 2 3 5     | previous",
                "first: 3, order_by: [{item: desc}, {total: desc}] | 5 3 4 | next",
                "where: {total: {_eq: 20}}, first: 2           | 2 3       | ",
                "where: {total: {_gt: 99}}, first: 2           |           | ",
            })
    default void page_ofEachParent_isOfItsRows(String arguments, String ids, String more) {
        Outcome outcome = host().answering(keys(1, null, 9, 1))
                .select("{ page: orders_connection(" + arguments + ")" + PAGE + " }");

        if (!outcome.isRefusedFor(Gap.LIMITS, Gap.POSITIONS)) {
            String page = "{page=" + page(ids, more) + "}";
            assertThat(outcome.codes()).isEmpty();
            assertThat(outcome.data())
                    .startsWith("[" + page + ", {page={edges=[]")
                    .endsWith(", " + page + "]");
            outcome.tookBatches(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: asc}",
                "{total: asc}",
                "{total: desc}",
                "{total: asc_nulls_first}",
                "{total: desc_nulls_last}",
                "[{item: asc_nulls_first}, {total: desc}]"
            })
    default void cursors_ofAnyOrder_walkThroughAllRowsBothWays(String order) {
        Host host = host().answering(keys(1));
        Outcome all = host.select("{ page: orders_connection(order_by: " + order + ") { edges { node { id } } } }");
        if (all.isRefusedFor(Gap.LIMITS, Gap.POSITIONS)) {
            return;
        }
        List<Object> whole = new ArrayList<>();
        edges(all).forEach(edge -> whole.add(edge.get("node")));

        assertThat(whole).hasSize(5).doesNotHaveDuplicates();
        assertThat(walk(host, order, "first", "after")).isEqualTo(whole);
        List<Object> backwards = walk(host, order, "last", "before");
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(whole);
    }

    private static List<Object> walk(Host host, String order, String number, String bound) {
        List<Object> walked = new ArrayList<>();
        String from = "";
        for (int page = 0; page < 7; page++) {
            List<Map<String, Object>> edges = edges(host.select("{ page: orders_connection(order_by: " + order + ", "
                    + number + ": 1" + from + ") { edges { cursor node { id } } } }"));
            if (edges.isEmpty()) {
                return walked;
            }
            walked.add(edges.get(0).get("node"));
            from = ", " + bound + ": \"" + edges.get(0).get("cursor") + "\"";
        }
        return walked;
    }

    @Test
    default void cursor_forged_isRefusedWithoutStatement() {
        for (String cursor : List.of("", "?", "e30", "bnVsbA", "W10")) {
            Outcome outcome = host().answering(keys(1))
                    .select("{ page: orders_connection(after: \"" + cursor + "\")" + PAGE + " }");

            assertThat(outcome.codes()).containsExactly("[outputs, 0, page] argument-invalid");
            assertThat(outcome.statements()).isZero();
        }
    }

    @SuppressWarnings("unchecked") // the schema says so
    private static List<Map<String, Object>> edges(Outcome outcome) {
        assertThat(outcome.codes()).isEmpty();
        Map<String, List<Map<String, Map<String, Object>>>> data =
                outcome.result().getData();
        return (List<Map<String, Object>>)
                data.get("outputs").get(0).get("page").get("edges");
    }

    private static String page(String ids, String more) {
        String[] each = ids == null ? new String[0] : ids.split(" ");
        String flags = more == null ? "" : more;
        return "{edges="
                + Arrays.stream(each).map(id -> "{node={id=" + id + "}}").toList()
                + ", pageInfo={hasNextPage=" + flags.contains("next") + ", hasPreviousPage="
                + flags.contains("previous") + "}}";
    }

    private Host host() {
        Shop shop = Shop.in(database(), true);
        return Host.of(database(), "type Output { key: Int }")
                .table(shop.orders(), "Order")
                .join(array("orders", "Output", "key", shop.orders(), "user_id")
                        .connection()
                        .build());
    }
}
