package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.access.AccessRule;
import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.definition.Naming;
import dev.dovetail.definition.ObjectRelationship;
import dev.dovetail.definition.TableDefinition;
import dev.dovetail.jooq.Outputs.Outcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is computed of a relationship's rows, of each parent on its own. */
final class AggregateSemanticsTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create type mood as enum ('sad', 'ok', 'happy')",
                "create table orders (id int primary key, user_id int, total int, big bigint, price numeric(20,2),"
                        + " share float8, item_name text, placed date, mood mood, paid boolean)",
                "insert into orders values (1, 1, 2147483647, 9223372036854775807, 0.10, 0.5, 'tea', '2020-02-29', 'sad', true),"
                        + " (2, 1, 2147483647, 9223372036854775807, 0.20, 1.5, 'Jam', '2021-01-01', 'happy', false),"
                        + " (3, 1, 3, null, null, null, null, null, null, null), (4, 2, null, null, null, null, 'tea', null, null, null),"
                        + " (5, 3, 2, 2, 2, 2, 'egg', '2000-01-01', 'ok', true)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count                                             | count=3                               | count=1",
                "count(columns: null, distinct: null)              | count=3                               | count=1",
                "count(columns: [], distinct: true)                | count=3                               | count=1",
                "count(distinct: true)                             | count=3                               | count=1",
                "count(columns: price)                             | count=2                               | count=0",
                "count(columns: [price, total])                    | count=2                               | count=0",
                "count(columns: total)                             | count=3                               | count=0",
                "count(columns: total, distinct: true)             | count=2                               | count=0",
                "count(columns: [total, big], distinct: true)      | count=1                               | count=0",
                "a: count b: count(columns: big)                   | a=3, b=2                              | a=1, b=0",
                "sum { total }                                     | sum={total=4294967297}                | sum={total=null}",
                "sum { big }                                       | sum={big=18446744073709551614}        | sum={big=null}",
                "sum { price share }                               | sum={price=0.30, share=2.0}           | sum={price=null, share=null}",
                "avg { price share }                               | avg={price=0.15, share=1.0}           | avg={price=null, share=null}",
                "min { id item_name placed mood }                  | min={id=1, item_name=Jam, placed=2020-02-29, mood=sad} | min={id=4, item_name=tea, placed=null, mood=null}",
                "max { total item_name placed mood }               | max={total=2147483647, item_name=tea, placed=2021-01-01, mood=happy} | max={total=null, item_name=tea, placed=null, mood=null}",
                "stddev { share } variance { share }               | stddev={share=0.7071067811865476}, variance={share=0.5} | stddev={share=null}, variance={share=null}",
                "stddev_pop { share } var_pop { share }            | stddev_pop={share=0.5}, var_pop={share=0.25} | stddev_pop={share=null}, var_pop={share=null}",
                "stddev_samp { share } var_samp { share }          | stddev_samp={share=0.7071067811865476}, var_samp={share=0.5} | stddev_samp={share=null}, var_samp={share=null}",
                "a: sum { x: id } b: sum { x: id y: id }           | a={x=6}, b={x=6, y=6}                 | a={x=4}, b={x=4, y=4}",
            })
    void functions_areThoseOfTheDatabase(String selection, String first, String second) {
        Outcome outcome = outputs()
                .answering(Outputs.keys(1, 2))
                .select("{ orders_aggregate { aggregate { " + selection + " } } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{orders_aggregate={aggregate={" + first + "}}}, {orders_aggregate={aggregate={" + second
                        + "}}}]");
        assertThat(outcome.statements()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void rows_none_countIsZeroAndNothingElse(int parents) {
        Outcome outcome = outputs()
                .answering(Collections.nCopies(parents, Outputs.keys(99).get(0)))
                .select("{ orders_aggregate { aggregate { count sum { total } max { item_name } } nodes { id } } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.result().<Map<String, List<?>>>getData().get("outputs"))
                .hasSize(parents)
                .allSatisfy(
                        output -> assertThat(output)
                                .hasToString(
                                        "{orders_aggregate={aggregate={count=0, sum={total=null}, max={item_name=null}}, nodes=[]}}"));
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void key_null_isAsNoRowsWithoutStatement() {
        Outcome outcome = outputs()
                .answering(Outputs.keys((Object) null))
                .select("{ orders_aggregate { aggregate { count sum { total } } nodes { id } } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data()).isEqualTo("[{orders_aggregate={aggregate={count=0, sum={total=null}}, nodes=[]}}]");
        assertThat(outcome.statements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(where: {price: {_is_null: false}})                                  | 2 | 1 2",
                "(where: {price: {_gt: \"9\"}})                                       | 0 |",
                "(order_by: {id: desc})                                               | 3 | 3 2 1",
                "(order_by: {id: desc}, limit: 2)                                     | 2 | 3 2",
                "(order_by: {id: desc}, limit: 2, offset: 2)                          | 1 | 1",
                "(limit: 0)                                                           | 0 |",
                "(offset: 3)                                                          | 0 |",
                "(distinct_on: total, order_by: [{total: desc}, {id: desc}])          | 2 | 2 3",
                "(distinct_on: total, order_by: [{total: desc}, {id: desc}], offset: 1, limit: 1) | 1 | 3",
                "(where: {}, order_by: [], limit: null, offset: null, distinct_on: []) | 3 | 1 2 3",
            })
    void arguments_chooseTheRowsThatAreComputedAndShown(String arguments, int count, String ids) {
        String[] each = ids == null ? new String[0] : ids.split(" ");
        String nodes = Arrays.stream(each).map(id -> "{id=" + id + "}").toList().toString();

        Outcome outcome = outputs()
                .answering(Outputs.keys(1, 2))
                .select("{ orders_aggregate" + arguments + " { aggregate { count } nodes { id } } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .startsWith("[{orders_aggregate={aggregate={count=" + count + "}, nodes=" + nodes + "}}, ");
        assertThat(outcome.statements()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit: -1                                       | Argument limit is negative",
                "offset: -1                                      | Argument offset is negative",
                "distinct_on: id, order_by: {total: asc}         | Argument distinct_on names other columns than order_by begins with",
                "order_by: {id: asc, total: asc}                 | Argument order_by orders by 2 fields in one object",
                "where: {total: {_gt: null}}                     | Argument where.total._gt is null",
            })
    void arguments_thatCannotBe_areRefused(String arguments, String message) {
        Outcome outcome = outputs()
                .answering(Outputs.keys(1))
                .select("{ orders_aggregate(" + arguments + ") { aggregate { count } } }");

        assertThat(outcome.data()).isEqualTo("[{orders_aggregate=null}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, orders_aggregate] argument-invalid");
        assertThat(outcome.errors()).contains(message);
        assertThat(outcome.statements()).isEmpty();
    }

    @Test
    void aliases_haveTheirOwnArguments_andShareWhatIsTheSame() {
        Outcome outcome = outputs().answering(Outputs.keys(1)).select("""
                        { all: orders_aggregate { aggregate { count } }
                          again: orders_aggregate(where: null) { aggregate { n: count } }
                          one: orders_aggregate(limit: 1) { aggregate { count } }
                          paid: orders_aggregate(where: {paid: {_eq: true}}) { aggregate { count } } }
                        """);

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{all={aggregate={count=3}}, again={aggregate={n=3}}, one={aggregate={count=1}},"
                        + " paid={aggregate={count=1}}}]");
        assertThat(outcome.statements()).hasSize(3);
    }

    @Test
    void limitOfARule_isOfTheNodesAlone() {
        AccessRule rule = AccessRule.forEveryone()
                .allRows()
                .allColumns()
                .aggregates()
                .limit(2)
                .build();
        Outputs outputs =
                outputs(TableDefinition.of("public", "orders").access(rule)).answering(Outputs.keys(1));

        assertThat(outputs.select(
                                "{ orders_aggregate(order_by: {id: asc}) { aggregate { count sum { id } } nodes { id } } }")
                        .data())
                .isEqualTo("[{orders_aggregate={aggregate={count=3, sum={id=6}}, nodes=[{id=1}, {id=2}]}}]");
    }

    @Test
    void limitOfTheHosts_isOfTheNodes() {
        Outputs outputs = outputs()
                .and(dovetail ->
                        dovetail.limits(Limits.builder().rowsPerRelationship(2).build()))
                .answering(Outputs.keys(1));

        Outcome outcome = outputs.select("{ a: orders_aggregate { aggregate { count } }"
                + " b: orders_aggregate { aggregate { count } nodes { id } }"
                + " c: orders_aggregate(limit: 2, order_by: {id: asc}) { aggregate { count } nodes { id } } }");

        assertThat(outcome.data())
                .isEqualTo("[{a={aggregate={count=3}}, b=null, c={aggregate={count=2}, nodes=[{id=1}, {id=2}]}}]");
        assertThat(outcome.codes()).containsExactly("[outputs, 0, b] row-limit-exceeded");
    }

    @Test
    void fragments_areOneSelection() {
        Outcome outcome = outputs().answering(Outputs.keys(1)).ask("""
                        { outputs {
                            orders_aggregate { aggregate { sum { id } ...more } ...nodes }
                            orders_aggregate { aggregate { sum { total } } nodes { total } }
                        } }
                        fragment more on Order_aggregate_fields { count max { id } }
                        fragment nodes on Order_aggregate { nodes { id } aggregate { max { total } } }
                        """, input -> {});

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .startsWith("[{orders_aggregate={aggregate={sum={id=6, total=4294967297}, count=3,"
                        + " max={id=3, total=2147483647}}, nodes=[{id=1, total=2147483647}, ");
        assertThat(outcome.statements()).hasSize(1);
    }

    @Test
    void nodes_haveRelationshipsOfTheirOwn() {
        Outputs outputs = outputs()
                .join(
                        ObjectRelationship.named("first")
                                .on("Order")
                                .references("public", "orders")
                                .from("user_id")
                                .to("user_id")
                                .orderBy("id")
                                .build(),
                        orders("Order", "id").build())
                .answering(Outputs.keys(1));

        Outcome outcome = outputs.select(
                "{ orders_aggregate(order_by: {id: asc}) { nodes { id first { id } orders_aggregate { aggregate { count } } } } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{orders_aggregate={nodes=[{id=1, first={id=1}, orders_aggregate={aggregate={count=3}}},"
                        + " {id=2, first={id=1}, orders_aggregate={aggregate={count=1}}},"
                        + " {id=3, first={id=1}, orders_aggregate={aggregate={count=1}}}]}}]");
        assertThat(outcome.statements()).hasSize(3);
    }

    @Test
    void camelCase_namesEverything() {
        Outputs outputs =
                outputs().and(dovetail -> dovetail.naming(Naming.CAMEL_CASE)).answering(Outputs.keys(1));

        Outcome outcome = outputs.select(
                "{ ordersAggregate(distinctOn: itemName, orderBy: {itemName: ASC}) {"
                        + " aggregate { count(columns: [itemName]) stddevPop { share } varSamp { share } min { itemName } } } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .isEqualTo("[{ordersAggregate={aggregate={count=2, stddevPop={share=0.5}, varSamp={share=0.5},"
                        + " min={itemName=Jam}}}}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | Int",
                "bigint | Int",
                "text | String",
                "varchar(10) | String",
                "char(9) | String",
                "name | String",
                "numeric(9,2) | Int"
            })
    void manyKeys_haveTheAggregatesOfTheirOwnRows(String type, String scalar) {
        TestDatabase many = TestDatabase.with(
                "create table orders (id int, user_id " + type + ", total int)",
                "insert into orders values (1, '1', 10), (2, '1', 20), (3, '2', 30), (4, '3', -1), (5, null, 5), (6, '9999', 5)",
                "create index on orders (user_id)");
        Object[] keys = IntStream.rangeClosed(1, 1000)
                .<Object>mapToObj(key -> scalar.equals("Int") ? (Object) key : Integer.toString(key))
                .toArray();

        Outcome outcome = Outputs.of(many, "key: " + scalar)
                .table(TableDefinition.of("public", "orders")
                        .type("Order")
                        .allColumns()
                        .build())
                .join(orders("Output", "key").build())
                .answering(Outputs.keys(keys))
                .select("{ orders_aggregate(where: {total: {_gt: 0}}) { aggregate { count sum { total } } } }");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.data())
                .startsWith("[" + aggregate(2, 30) + ", " + aggregate(1, 30) + ", " + aggregate(0, null) + ", ")
                .endsWith(aggregate(0, null) + "]");
        assertThat(outcome.statements()).hasSize(1);
    }

    private static String aggregate(int count, @Nullable Integer total) {
        return "{orders_aggregate={aggregate={count=" + count + ", sum={total=" + total + "}}}}";
    }

    private Outputs outputs() {
        return outputs(TableDefinition.of("public", "orders"));
    }

    private Outputs outputs(TableDefinition.Builder table) {
        return Outputs.of(database, "key: Int")
                .table(table.type("Order").allColumns().build())
                .join(orders("Output", "key").build());
    }

    private static ArrayRelationship.Builder orders(String type, String from) {
        return ArrayRelationship.named("orders")
                .on(type)
                .references("public", "orders")
                .from(from)
                .to("user_id")
                .orderBy("id")
                .aggregates();
    }
}
