package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a relationship's rows, of each parent on its own. */
final class ConnectionSemanticsTest {

    private static final String PAGE = " { edges { node { id } } pageInfo { hasNextPage hasPreviousPage } }";
    private static final String CURSORS = " { edges { cursor node { id } } pageInfo { startCursor endCursor } }";

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table orders (id int primary key, user_id int, total int, item_name text)",
                "insert into orders values (5, 1, 30, 'tea'), (4, 1, null, 'jam'), (3, 1, 20, 'tea'), (2, 1, 20, 'egg'),"
                        + " (1, 1, 10, 'ham'), (6, 2, 20, 'tea')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "()                                                        | 1 2 3 4 5 | ",
                "(first: null, last: null, after: null, before: null)      | 1 2 3 4 5 | ",
                "(first: 2)                                                | 1 2       | next",
                "(last: 2)                                                 | 4 5       | previous",
                "(first: 5)                                                | 1 2 3 4 5 | ",
                "(first: 99)                                               | 1 2 3 4 5 | ",
                "(first: 2147483647)                                       | 1 2 3 4 5 | ",
                "(last: 2147483647)                                        | 1 2 3 4 5 | ",
                "(first: 0)                                                |           | next",
                "(last: 0)                                                 |           | previous",
                "(first: 2, order_by: {id: desc})                          | 5 4       | next",
                "(last: 2, order_by: {id: desc})                           | 2 1       | previous",
                "(first: 2, order_by: {total: asc})                        | 1 2       | next",
                "(first: 2, order_by: {total: desc})                       | 4 5       | next",
                "(last: 3, order_by: {total: asc_nulls_first})             | 2 3 5     | previous",
                "(first: 3, order_by: [{item_name: desc}, {total: desc}])  | 5 3 4     | next",
                "(where: {total: {_eq: 20}}, first: 2)                     | 2 3       | ",
                "(where: {total: {_gt: 99}}, first: 2)                     |           | ",
            })
    void arguments_sayWhichPage(String arguments, String ids, String more) {
        String given = arguments.equals("()") ? "" : arguments;

        Outcome outcome = outputs().answering(Outputs.keys(1)).select("{ orders_connection" + given + PAGE + " }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[{orders_connection=" + page(ids, more) + "}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void parents_haveAPageEach_byOneStatement() {
        Outcome outcome = outputs()
                .answering(Outputs.keys(1, 2, null, 9, 1))
                .select("{ orders_connection(first: 2)" + PAGE + " }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data().replace("orders_connection=", ""))
                .isEqualTo("[{" + page("1 2", "next") + "}, {" + page("6", null) + "}, {" + page(null, null) + "}, {"
                        + page(null, null) + "}, {" + page("1 2", "next") + "}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void key_null_hasAnEmptyPageWithoutStatement() {
        Outcome outcome = outputs()
                .answering(Outputs.keys((Object) null))
                .select("{ orders_connection(last: 1)" + CURSORS + " }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{orders_connection={edges=[], pageInfo={startCursor=null, endCursor=null}}}]");
        assertThat(outcome.statements()).isEmpty();
    }

    @Test
    void cursors_leadFromPageToPage_whateverComesAndGoesBefore() {
        Outputs outputs = outputs().answering(Outputs.keys(1));
        String end = cursors(outputs, "first: 2").get("endCursor").toString();
        database.run("delete from orders where id = 2", "insert into orders values (0, 1, 1, 'new')");

        Outcome next = outputs.select("{ orders_connection(first: 2, after: \"" + end + "\")" + PAGE + " }");
        Outcome previous = outputs.select("{ orders_connection(last: 1, before: \"" + end + "\")" + PAGE + " }");

        assertThat(next.data()).isEqualTo("[{orders_connection=" + page("3 4", "next previous") + "}]");
        assertThat(previous.data()).isEqualTo("[{orders_connection=" + page("1", "next previous") + "}]");
    }

    @Test
    void cursors_ofBothEnds_boundThePageWithEitherNumber() {
        Outputs outputs = outputs().answering(Outputs.keys(1));
        Map<String, Object> ends = cursors(outputs, "first: 5");
        String between = "after: \"" + ends.get("startCursor") + "\", before: \"" + ends.get("endCursor") + "\"";

        assertThat(outputs.select("{ orders_connection(" + between + ")" + PAGE + " }")
                        .data())
                .isEqualTo("[{orders_connection=" + page("2 3 4", "previous") + "}]");
        assertThat(outputs.select("{ orders_connection(first: 2, " + between + ")" + PAGE + " }")
                        .data())
                .isEqualTo("[{orders_connection=" + page("2 3", "next previous") + "}]");
        assertThat(outputs.select("{ orders_connection(last: 2, " + between + ")" + PAGE + " }")
                        .data())
                .isEqualTo("[{orders_connection=" + page("3 4", "next previous") + "}]");
    }

    @Test
    void cursor_ofAnotherOrder_isRefused() {
        Outputs outputs = outputs().answering(Outputs.keys(1));
        Object cursor = cursors(outputs, "order_by: {total: asc}, first: 1").get("endCursor");

        for (String order : List.of("", "order_by: {total: desc}, ", "order_by: {total: asc_nulls_first}, ")) {
            Outcome outcome =
                    outputs.select("{ orders_connection(" + order + "after: \"" + cursor + "\")" + PAGE + " }");

            assertThat(outcome.codes()).containsExactly("[outputs, 0, orders_connection] argument-invalid");
            assertThat(outcome.errors()).contains("Argument after is a cursor of other rows, or of another order");
            assertThat(outcome.statements()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: -1                  | Argument first is negative",
                "last: -1                   | Argument last is negative",
                "first: 1, last: 1          | Argument last cannot be given together with first",
                "after: \"\"                | Argument after is no cursor",
                "after: \"?\"               | Argument after is no cursor",
                "before: \"e30\"            | Argument before is no cursor",
                "after: \"bnVsbA\"          | Argument after is a cursor of other rows, or of another order",
                "after: \"W10\"             | Argument after is a cursor of other rows, or of another order",
                "where: {id: {_eq: null}}   | Argument where.id._eq is null; nulls are found with _is_null (or _isNull)",
                "order_by: {id: null}       | Argument order_by.id is null; leave it out",
            })
    void arguments_thatCannotBe_areRefused(String arguments, String message) {
        Outcome outcome =
                outputs().answering(Outputs.keys(1)).select("{ orders_connection(" + arguments + ")" + PAGE + " }");

        assertThat(outcome.codes()).containsExactly("[outputs, 0, orders_connection] argument-invalid");
        assertThat(outcome.errors()).contains(message + ",");
        assertThat(outcome.statements()).isEmpty();
    }

    /** What is behind the fingerprint of a cursor whose only term is the primary key. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\"",
                "7",
                "\"99999999999\"",
                "{\"a\":1}",
                "[\"1\"]",
                "true",
                "\"1\", \"2\"",
                "\"1 or 1=1\"",
                "\"\""
            })
    void cursor_forged_isRefused(String values) {
        Outputs outputs = outputs().answering(Outputs.keys(1));
        byte[] real = Base64.getUrlDecoder()
                .decode(cursors(outputs, "first: 1").get("endCursor").toString());
        String forged = new String(real, StandardCharsets.UTF_8).replaceAll(",.*", "," + values + "]");
        String cursor = Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));

        Outcome outcome = outputs.select("{ orders_connection(after: \"" + cursor + "\")" + PAGE + " }");

        assertThat(outcome.codes()).containsExactly("[outputs, 0, orders_connection] argument-invalid");
    }

    @Test
    void variables_sayWhichPage_nullIsAsIfNotGiven() {
        Outputs outputs = outputs().answering(Outputs.keys(1));
        String query = "query ($first: Int, $after: String, $where: Order_bool_exp, $by: [Order_order_by!]) { outputs {"
                + " orders_connection(first: $first, after: $after, where: $where, order_by: $by)" + PAGE + " } }";
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", 1);
        variables.put("after", null);
        variables.put("where", Map.of("total", Map.of("_gte", 20)));
        variables.put("by", List.of(Map.of("total", "desc_nulls_last")));

        assertThat(outputs.ask(query, input -> input.variables(variables)).data())
                .isEqualTo("[{orders_connection=" + page("5", "next") + "}]");
        assertThat(outputs.ask(query, input -> {}).data())
                .isEqualTo("[{orders_connection=" + page("1 2 3 4 5", null) + "}]");
    }

    @Test
    void order_declared_isThatOfPages_andSettlesTheClients() {
        Outputs outputs = outputs(
                        orders("Output", "key").orderByDescending("item_name"), TableDefinition.of("public", "orders"))
                .answering(Outputs.keys(1));

        assertThat(outputs.select("{ orders_connection(first: 3)" + PAGE + " }").data())
                .isEqualTo("[{orders_connection=" + page("5 3 4", "next") + "}]");
        assertThat(outputs.select("{ orders_connection(order_by: {total: asc}, first: 3)" + PAGE + " }")
                        .data())
                .isEqualTo("[{orders_connection=" + page("1 3 2", "next") + "}]");
    }

    @Test
    void limitOfARule_isThatOfAPage_andThereAreOthers() {
        Outputs outputs = outputs(
                        orders("Output", "key"),
                        TableDefinition.of("public", "orders")
                                .access(AccessRule.forEveryone()
                                        .allRows()
                                        .allColumns()
                                        .limit(2)
                                        .build()))
                .answering(Outputs.keys(1));

        assertThat(outputs.select("{ orders_connection" + PAGE + " }").data())
                .isEqualTo("[{orders_connection=" + page("1 2", "next") + "}]");
        assertThat(outputs.select("{ orders_connection(last: 3)" + PAGE + " }").data())
                .isEqualTo("[{orders_connection=" + page("4 5", "previous") + "}]");
    }

    @Test
    void limitOfTheHosts_failsPagesThatAreLarger_andNoOthersBesideThem() {
        Outputs outputs = outputs()
                .and(dovetail ->
                        dovetail.limits(Limits.builder().rowsPerRelationship(3).build()))
                .answering(Outputs.keys(1));

        Outcome outcome = outputs.select("{ a: orders_connection(first: 4)" + PAGE + " b: orders_connection(first: 3)"
                + PAGE + " c: orders_connection" + PAGE + " d: orders_connection(last: 3)" + PAGE + " }");

        assertThat(outcome.data())
                .isEqualTo("[{a=null, b=" + page("1 2 3", "next") + ", c=null, d=" + page("3 4 5", "previous") + "}]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder("[outputs, 0, a] row-limit-exceeded", "[outputs, 0, c] row-limit-exceeded");
    }

    @Test
    void pages_thatReadTheSameRowsFromOtherEnds_areNotMixedUp() {
        Outcome outcome = outputs()
                .answering(Outputs.keys(1))
                .select("{ a: orders_connection(last: 2)" + PAGE
                        + " b: orders_connection(first: 2, order_by: {id: desc})" + PAGE + " }");

        assertThat(outcome.data()).isEqualTo("[{a=" + page("4 5", "previous") + ", b=" + page("5 4", "next") + "}]");
    }

    @Test
    void camelCase_namesArgumentsButNotWhatIsRelays() {
        Outputs outputs =
                outputs().and(dovetail -> dovetail.naming(Naming.CAMEL_CASE)).answering(Outputs.keys(1));

        Outcome outcome = outputs.select("{ ordersConnection(where: {itemName: {_isNull: false}},"
                + " orderBy: [{itemName: ASC_NULLS_FIRST}, {id: DESC}], first: 2)" + PAGE + " }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[{ordersConnection=" + page("2 1", "next") + "}]");
    }

    @SuppressWarnings("unchecked") // the schema says so
    private static Map<String, Object> cursors(Outputs outputs, String arguments) {
        Outcome outcome = outputs.select("{ orders_connection(" + arguments + ")" + CURSORS + " }");
        Map<String, List<Map<String, Map<String, Object>>>> data =
                outcome.result().getData();
        return (Map<String, Object>)
                data.get("outputs").get(0).get("orders_connection").get("pageInfo");
    }

    private static String page(String ids, String more) {
        String[] each = ids == null ? new String[0] : ids.split(" ");
        String flags = more == null ? "" : more;
        return "{edges="
                + Arrays.stream(each).map(id -> "{node={id=" + id + "}}").toList() + ", pageInfo={hasNextPage="
                + flags.contains("next") + ", hasPreviousPage=" + flags.contains("previous") + "}}";
    }

    private Outputs outputs() {
        return outputs(orders("Output", "key"), TableDefinition.of("public", "orders"));
    }

    private Outputs outputs(ArrayRelationship.Builder orders, TableDefinition.Builder table) {
        return Outputs.of(database, "key: Int")
                .table(table.type("Order").allColumns().build())
                .join(orders.connection().build());
    }

    private static ArrayRelationship.Builder orders(String type, String from) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from(from)
                .to("user_id");
    }
}
