package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that choose rows, of each parent on its own. */
final class ArgumentSemanticsTest {

    private static TestDatabase database;
    private static Outputs outputs;

    @BeforeAll
    static void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text)",
                "insert into users values (1, 'Ann'), (2, 'Bob'), (3, null)",
                "create table orders (id int primary key, user_id int, total int, item_name text)",
                "insert into orders values (1, 1, 10, 'ham'), (2, 1, 20, 'egg'), (3, 1, 20, 'tea'), (4, 1, null, 'jam'),"
                        + " (5, 1, 30, null), (6, 2, 20, 'tea'), (7, null, 1, 'lost')",
                "create table parts (order_id int, weight int)",
                "insert into parts values (1, 5), (1, 6), (2, 1), (6, null)");
        outputs = Outputs.of(database, "key: Int")
                .table("users", "User")
                .table("orders", "Order")
                .table("parts", "Part")
                .join(
                        orders("Output", "key").build(),
                        orders("User", "id").filterable().build(),
                        Outputs.userByKey("user").build(),
                        ObjectRelationship.named("user")
                                .on("Order")
                                .references("public", "users")
                                .from("user_id")
                                .to("id")
                                .filterable()
                                .build(),
                        ArrayRelationship.named("parts")
                                .on("Order")
                                .references("public", "parts")
                                .from("id")
                                .to("order_id")
                                .orderBy("weight")
                                .filterable()
                                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where: null, order_by: null, limit: null, offset: null, distinct_on: null | 1 2 3 4 5",
                "where: {}, order_by: [], distinct_on: []                       | 1 2 3 4 5",
                "where: {total: {}}                                             | 1 2 3 4 5",
                "where: {_and: []}                                              | 1 2 3 4 5",
                "where: {_or: []}                                               |",
                "where: {_not: {}}                                              |",
                "where: {_not: {_or: []}}                                       | 1 2 3 4 5",
                "where: {_and: {total: {_eq: 20}}}                              | 2 3",
                "where: {total: {_in: []}}                                      |",
                "where: {total: {_nin: []}}                                     | 1 2 3 4 5",
                "where: {total: {_in: 20}}                                      | 2 3",
                "where: {total: {_in: [10, 30, 30]}}                            | 1 5",
                "where: {total: {_nin: [10, 30]}}                               | 2 3",
                "where: {total: {_neq: 20}}                                     | 1 5",
                "where: {_not: {total: {_eq: 20}}}                              | 1 5",
                "where: {_not: {total: {_neq: 20}}}                             | 2 3",
                "where: {_not: {_not: {total: {_eq: 20}}}}                      | 2 3",
                "where: {total: {_is_null: true}}                               | 4",
                "where: {total: {_is_null: false}}                              | 1 2 3 5",
                "where: {_not: {total: {_is_null: true}}}                       | 1 2 3 5",
                "where: {total: {_gte: 20, _lt: 30}}                            | 2 3",
                "where: {total: {_eq: 20}, item_name: {_eq: \"tea\"}}           | 3",
                "where: {_or: [{total: {_gt: 20}}, {item_name: {_in: [\"jam\", \"ham\"]}}]} | 1 4 5",
                "where: {_or: [{total: {_eq: 20}}, {_not: {total: {_eq: 20}}}]} | 1 2 3 5",
                "where: {item_name: {_like: \"_a%\"}}                           | 1 4",
                "where: {item_name: {_nilike: \"%A%\"}}                         | 2",
                "where: {item_name: {_similar: \"[hj]am\"}}                    | 1 4",
                "where: {item_name: {_iregex: \"^T\"}}                          | 3",
                "where: {user: {}}                                              | 1 2 3 4 5",
                "where: {user: {name: {_eq: \"Bob\"}}}                          |",
                "where: {_not: {user: {name: {_eq: \"Bob\"}}}}                  | 1 2 3 4 5",
                "where: {parts: {}}                                             | 1 2",
                "where: {_not: {parts: {}}}                                     | 3 4 5",
                "where: {parts: {weight: {_gt: 4}}}                             | 1",
                "where: {parts: {_not: {weight: {_gt: 5}}}}                     | 1 2",
                "where: {user: {orders: {parts: {weight: {_eq: 1}}}}}           | 1 2 3 4 5",
                "where: {user: {orders: {parts: {weight: {_eq: 7}}}}}           |",
            })
    void where_meansWhatSqlMeans(String arguments, String ids) {
        assertShows(arguments, ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order_by: {total: asc}                                         | 1 2 3 5 4",
                "order_by: {total: desc}                                        | 4 5 2 3 1",
                "order_by: {total: asc_nulls_first}                             | 4 1 2 3 5",
                "order_by: {total: desc_nulls_last}                             | 5 2 3 1 4",
                "order_by: [{total: asc}, {item_name: desc}]                    | 1 3 2 5 4",
                "order_by: [{total: asc}, {total: desc}]                        | 1 2 3 5 4",
                "order_by: [{parts_aggregate: {count: desc}}, {id: desc}]       | 1 2 5 4 3",
                "order_by: [{parts_aggregate: {max: {weight: asc}}}]            | 2 1 3 4 5",
                "order_by: [{parts_aggregate: {sum: {weight: desc_nulls_last}}}] | 1 2 3 4 5",
                "order_by: [{user: {name: asc}}, {id: desc}]                    | 5 4 3 2 1",
                "order_by: [{user: {orders_aggregate: {count: asc}}}]           | 1 2 3 4 5",
                "limit: 2                                                       | 1 2",
                "limit: 0                                                       |",
                "limit: 2147483647                                              | 1 2 3 4 5",
                "offset: 3                                                      | 4 5",
                "offset: 5                                                      |",
                "offset: 2147483647, limit: 2147483647                          |",
                "offset: 1, limit: 2, order_by: {id: desc}                      | 4 3",
                "distinct_on: total                                             | 1 2 5 4",
                "distinct_on: [total], order_by: {total: desc}                  | 4 5 2 1",
                "distinct_on: [total], order_by: [{total: asc}, {id: desc}]     | 1 3 5 4",
                "distinct_on: [total, item_name], order_by: [{item_name: asc}, {total: asc}] | 2 1 4 3 5",
                "distinct_on: [total, total]                                    | 1 2 5 4",
                "distinct_on: total, offset: 1, limit: 2                        | 2 5",
                "distinct_on: total, where: {total: {_is_null: false}}          | 1 2 5",
            })
    void order_limitOffsetAndDistinctRows(String arguments, String ids) {
        assertShows(arguments, ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit: -1                                | Argument limit is negative",
                "offset: -1                               | Argument offset is negative",
                "where: {total: {_eq: null}}              | Argument where.total._eq is null; nulls are found with _is_null (or _isNull)",
                "where: {total: {_is_null: null}}         | Argument where.total._is_null is null",
                "where: {total: {_in: null}}              | Argument where.total._in is null",
                "where: {total: null}                     | Argument where.total is null; leave it out",
                "where: {_and: null}                      | Argument where._and is null; leave it out",
                "where: {_or: null}                       | Argument where._or is null; leave it out",
                "where: {_not: null}                      | Argument where._not is null; leave it out",
                "where: {user: null}                      | Argument where.user is null; leave it out",
                "where: {_not: {parts: {weight: {_lt: null}}}} | Argument where._not.parts.weight._lt is null",
                "where: {item_name: {_eq: \"\\u0000\"}}   | Argument where.item_name._eq has a value that the column cannot have",
                "order_by: {}                             | Argument order_by orders by 0 fields in one object; write a list of objects with one each",
                "order_by: {id: asc, total: asc}          | Argument order_by orders by 2 fields in one object; write a list of objects with one each",
                "order_by: {user: {id: asc, name: asc}}   | Argument order_by.user orders by 2 fields in one object",
                "order_by: {total: null}                  | Argument order_by.total is null; leave it out",
                "order_by: {user: null}                   | Argument order_by.user is null; leave it out",
                "order_by: {parts_aggregate: {max: {}}}   | Argument order_by.parts_aggregate.max orders by 0 fields in one object",
                "distinct_on: id, order_by: {total: asc}  | Argument distinct_on names other columns than order_by begins with",
                "distinct_on: [id, total], order_by: {id: asc} | Argument distinct_on names other columns than order_by begins with",
                "distinct_on: [id, total], order_by: [{id: asc}, {item_name: asc}, {total: asc}] | Argument distinct_on names other columns",
                "distinct_on: id, order_by: {user: {id: asc}} | Argument distinct_on names other columns than order_by begins with",
            })
    void arguments_thatCannotBe_areRefusedAtTheirField(String arguments, String message) {
        Outcome outcome = outputs.answering(Outputs.keys(1, 2))
                .select("{ orders(" + arguments + ") { id } all: orders(limit: 1) { id } }");

        assertThat(outcome.data()).isEqualTo("[{orders=null, all=[{id=1}]}, {orders=null, all=[{id=6}]}]");
        assertThat(outcome.codes())
                .containsExactlyInAnyOrder(
                        "[outputs, 0, orders] argument-invalid", "[outputs, 1, orders] argument-invalid");
        assertThat(outcome.errors()).contains(message);
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void pattern_thatTheDatabaseRefuses_isRefusedAtItsFieldAlone() {
        Outcome outcome = outputs.answering(Outputs.keys(1))
                .select("{ orders(where: {item_name: {_regex: \"(\"}}) { id } all: orders(limit: 1) { id } }");

        assertThat(outcome.data()).isEqualTo("[{orders=null, all=[{id=1}]}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, orders] argument-invalid");
        assertThat(outcome.errors())
                .contains("An argument of relationship Output.orders has a value that the database does not take");
    }

    @Test
    void parents_haveTheirOwnRows_byOneStatement() {
        Outcome outcome = outputs.answering(Outputs.keys(2, null, 1, 9, 1))
                .select("{ orders(where: {total: {_eq: 20}}, order_by: {id: desc}, limit: 1) { id } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{orders=[{id=6}]}, {orders=[]}, {orders=[{id=3}]}, {orders=[]}, {orders=[{id=3}]}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void aliases_haveTheirOwnArguments_andShareWhatIsTheSame() {
        Outcome outcome = outputs.answering(Outputs.keys(1)).select("""
                        { one: orders(limit: 1) { id } two: orders(limit: 2) { id } again: orders(offset: 0, limit: 1) { id }
                          rest: orders(offset: 3) { id } all: orders { id } teas: orders(where: {item_name: {_eq: "tea"}}) { id } }
                        """);

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{one=[{id=1}], two=[{id=1}, {id=2}], again=[{id=1}], rest=[{id=4}, {id=5}],"
                        + " all=[{id=1}, {id=2}, {id=3}, {id=4}, {id=5}], teas=[{id=3}]}]");
        assertThat(outcome.statements()).hasSize(5);
    }

    @Test
    void levels_haveTheirOwnArguments_byOneStatementEach() {
        Outcome outcome = outputs.answering(Outputs.keys(1, 2)).select("""
                        { user { orders(limit: 2, order_by: {total: asc}) {
                            id user { orders(offset: 4) { id } } parts(where: {weight: {_gt: 5}}) { weight } } } }
                        """);

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{user={orders=[{id=1, user={orders=[{id=5}]}, parts=[{weight=6}]},"
                        + " {id=2, user={orders=[{id=5}]}, parts=[]}]}},"
                        + " {user={orders=[{id=6, user={orders=[]}, parts=[]}]}}]");
        assertThat(outcome.statements()).hasSize(5);
    }

    @Test
    void variables_standForAnyPart_andNullOnesAreNotGiven() {
        String query = """
                query ($where: Order_bool_exp, $by: [Order_order_by!], $to: order_by, $least: Int, $limit: Int, $on: [Order_select_column!]) {
                  outputs {
                    whole: orders(where: $where, order_by: $by, limit: $limit) { id }
                    parts: orders(where: {total: {_gte: $least}}, order_by: [{total: $to}], distinct_on: $on) { id }
                  }
                }
                """;
        Map<String, Object> variables = new HashMap<>();
        variables.put(
                "where",
                Map.of("_or", List.of(Map.of("id", Map.of("_in", List.of(1, 4))), Map.of("total", Map.of("_eq", 30)))));
        variables.put("by", List.of(Map.of("id", "desc")));
        variables.put("limit", null);
        variables.put("least", 20);
        variables.put("to", "desc");
        variables.put("on", List.of("total"));
        outputs.answering(Outputs.keys(1));

        Outcome outcome = outputs.ask(query, input -> input.variables(variables));

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[{whole=[{id=5}, {id=4}, {id=1}], parts=[{id=5}, {id=2}]}]");
        variables.put("least", null);
        assertThat(outputs.ask(query, input -> input.variables(variables)).codes())
                .containsExactly("[outputs, 0, parts] argument-invalid");
    }

    @Test
    void camelCase_namesEverything() {
        Outputs camelCase = Outputs.of(database, "key: Int")
                .table("orders", "Order")
                .join(orders("Output", "key").build())
                .and(dovetail -> dovetail.naming(Naming.CAMEL_CASE))
                .answering(Outputs.keys(1));

        Outcome outcome = camelCase.select("{ orders(where: {_or: [{itemName: {_isNull: true}}, {userId: {_gte: 1}}]},"
                + " distinctOn: [itemName], orderBy: [{itemName: DESC_NULLS_FIRST}], limit: 2) { id itemName } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[{orders=[{id=5, itemName=null}, {id=3, itemName=tea}]}]");
    }

    private static void assertShows(String arguments, String ids) {
        String[] each = ids == null ? new String[0] : ids.split(" ");

        Outcome outcome = outputs.answering(Outputs.keys(1)).select("{ orders(" + arguments + ") { id } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{orders="
                        + Arrays.stream(each).map(id -> "{id=" + id + "}").toList() + "}]");
        assertThat(outcome.statements()).hasSizeLessThanOrEqualTo(1);
    }

    private static ArrayRelationship.Builder orders(String type, String from) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from(from)
                .to("user_id")
                .orderBy("id");
    }
}
