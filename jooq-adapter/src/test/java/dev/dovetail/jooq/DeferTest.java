package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.definition.Limits;
import dev.dovetail.jooq.Outputs.Outcome;
import graphql.ExperimentalApi;
import graphql.incremental.DelayedIncrementalPartialResult;
import graphql.incremental.IncrementalExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Joins in what a client defers are made, and answered once each.
 *
 * <p>In how many batches is for graphql-java to say. 24.x dispatches after every deferred field, so that each deferred
 * join is a batch of its own. From 25.0 on, a fragment instance is batched level by level, as a request of its own would
 * be; but the fragments of the items of a list are as many instances, and never share a batch. What is not deferred is
 * batched as ever.
 */
final class DeferTest {

    private static final String HOST = """
            type Query { version: String }
            directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
            """;

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.with(
                "create table users (id int primary key, name text, mail text)",
                "create table orders (id int primary key, user_id int, total int)",
                "insert into users values (1, 'Ann', 'ann@x'), (2, 'Bob', 'bob@x'), (3, 'Cid', 'cid@x')",
                "insert into orders values (1, 1, 7), (2, 1, 5), (3, 2, 9)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The columns of a deferred fragment are read with the row.
                "{ outputs { user { name ... @defer { mail } } } }"
                        + "| {outputs=[{user={name=Ann}}, {user={name=Bob}}]}"
                        + "| [outputs, 0, user] {mail=ann@x} [outputs, 1, user] {mail=bob@x}            | 1 | 1",
                "{ outputs { user { name ... @defer(if: false) { orders { total } } } } }"
                        + "| {outputs=[{user={name=Ann, orders=[{total=7}, {total=5}]}}, {user={name=Bob, orders=[{total=9}]}}]}"
                        + "|                                                                             | 2 | 2",
                "{ ... @defer { outputs { user { name orders { total } } } } }"
                        + "| {}"
                        + "| [] {outputs=[{user={name=Ann, orders=[{total=7}, {total=5}]}}, {user={name=Bob, orders=[{total=9}]}}]}"
                        + "                                                                              | 4 | 2",
                "{ a: outputs { user { orders { id } } } ... @defer { b: outputs { user { orders { id } } } } }"
                        + "| {a=[{user={orders=[{id=1}, {id=2}]}}, {user={orders=[{id=3}]}}]}"
                        + "| [] {b=[{user={orders=[{id=1}, {id=2}]}}, {user={orders=[{id=3}]}}]}         | 6 | 4",
                "{ ... @defer { outputs { user { orders(limit: 1) { id } orders_aggregate { aggregate { count } } } } } }"
                        + "| {}"
                        + "| [] {outputs=[{user={orders=[{id=1}], orders_aggregate={aggregate={count=2}}}},"
                        + " {user={orders=[{id=3}], orders_aggregate={aggregate={count=1}}}}]}           | 6 | 3",
                // From here on a fragment for each item of a list.
                "{ outputs { key ... @defer { user { name } } } }"
                        + "| {outputs=[{key=1}, {key=2}]}"
                        + "| [outputs, 0] {user={name=Ann}} [outputs, 1] {user={name=Bob}}               | 2 | 2",
                "{ outputs { user { name ... @defer(label: \"later\") { orders { total } } } } }"
                        + "| {outputs=[{user={name=Ann}}, {user={name=Bob}}]}"
                        + "| [outputs, 0, user] {orders=[{total=7}, {total=5}]} [outputs, 1, user] {orders=[{total=9}]}"
                        + "                                                                              | 3 | 3",
                "{ outputs { user { name } ... @defer { also: user { mail } } } }"
                        + "| {outputs=[{user={name=Ann}}, {user={name=Bob}}]}"
                        + "| [outputs, 0] {also={mail=ann@x}} [outputs, 1] {also={mail=bob@x}}           | 3 | 3",
                "{ outputs { key ... @defer { user { name ... @defer { orders { id } } } } } }"
                        + "| {outputs=[{key=1}, {key=2}]}"
                        + "| [outputs, 0, user] {orders=[{id=1}, {id=2}]} [outputs, 0] {user={name=Ann}}"
                        + " [outputs, 1, user] {orders=[{id=3}]} [outputs, 1] {user={name=Bob}}          | 4 | 4",
            })
    void deferredRelationships_areJoined(String query, String initial, String later, int on24, int since25) {
        Deferred answer = ask(joined().answering(keys(1, 2)), query);

        assertThat(answer.initial()).isEqualTo(initial);
        assertThat(String.join(" ", answer.later())).isEqualTo(later == null ? "" : later);
        assertThat(answer.statements()).hasSize(GraphQLJava.version() < 25 ? on24 : since25);
    }

    @Test
    void severalFragmentsOfOneObject_areEachJoined() {
        // There 25.0 waits for ever, for any data loader: https://github.com/graphql-java/graphql-java/issues/4269
        assumeThat(GraphQLJava.version()).isNotEqualTo(25);

        Deferred answer = ask(joined().answering(keys(1, 2)), """
                        { outputs {
                            key
                            ... @defer(label: "a") { user { name orders { total } } }
                            ... @defer(label: "b") { also: user { mail } }
                        } }
                        """);

        assertThat(answer.initial()).isEqualTo("{outputs=[{key=1}, {key=2}]}");
        assertThat(answer.later())
                .containsExactly(
                        "[outputs, 0] {also={mail=ann@x}}",
                        "[outputs, 0] {user={name=Ann, orders=[{total=7}, {total=5}]}}",
                        "[outputs, 1] {also={mail=bob@x}}",
                        "[outputs, 1] {user={name=Bob, orders=[{total=9}]}}");
        assertThat(answer.statements()).hasSize(6);
    }

    /** 24.3 defers all of such a field, later versions nothing of it; it is joined once in either case. */
    @Test
    void fieldThatIsDeferredAndNot_isJoinedOnceWithTheColumnsOfBoth() {
        Deferred answer =
                ask(joined().answering(keys(1)), "{ outputs { user { name } ... @defer { user { mail } } } }");

        assertThat(answer.initial() + answer.later()).containsOnlyOnce("user={name=Ann, mail=ann@x}");
        assertThat(answer.statements()).hasSize(1);
    }

    @Test
    void deferredJoinFails_itsErrorComesWithItsFragment() {
        Outputs outputs = Outputs.of(database, "key: String").host(HOST, wiring -> wiring);
        Deferred answer =
                ask(declare(outputs).answering(keys("1", "x")), "{ outputs { key ... @defer { user { name } } } }");

        assertThat(answer.initial()).isEqualTo("{outputs=[{key=1}, {key=x}]}");
        assertThat(answer.later())
                .containsExactly(
                        "[outputs, 0] {user={name=Ann}}",
                        "[outputs, 1] {user=null} [outputs, 1, user] join-key-invalid");
    }

    @Test
    void rowsOfWhatIsDeferred_countForTheRequestsLimit() {
        Outputs outputs = joined().and(dovetail ->
                        dovetail.limits(Limits.builder().rowsPerRequest(3).build()))
                .answering(keys(1, 2));

        Deferred answer = ask(outputs, "{ outputs { user { name } ... @defer { also: user { mail } } } }");

        assertThat(answer.initial()).isEqualTo("{outputs=[{user={name=Ann}}, {user={name=Bob}}]}");
        assertThat(answer.later())
                .containsExactly(
                        "[outputs, 0] {also={mail=ann@x}}",
                        "[outputs, 1] {also=null} [outputs, 1, also] row-limit-exceeded");
    }

    private Outputs joined() {
        return declare(Outputs.of(database, "key: Int").host(HOST, wiring -> wiring));
    }

    private static Outputs declare(Outputs outputs) {
        return outputs.table("users", "User")
                .table("orders", "Order")
                .join(
                        Outputs.userByKey("user").build(),
                        ArrayRelationship.named("orders")
                                .on("User")
                                .references("public", "orders")
                                .from("id")
                                .to("user_id")
                                .orderBy("id")
                                .aggregates()
                                .build());
    }

    private Deferred ask(Outputs outputs, String query) {
        Outcome outcome = outputs.ask(
                query, input -> input.graphQLContext(Map.of(ExperimentalApi.ENABLE_INCREMENTAL_SUPPORT, true)));
        assertThat(outcome.codes()).isEmpty();
        List<String> later = outcome.result() instanceof IncrementalExecutionResult result
                ? later(Received.from(result.getIncrementalItemPublisher()).all())
                : List.of();
        return new Deferred(
                outcome.result().getData().toString(),
                later,
                Stream.concat(outcome.statements().stream(), database.statements().stream())
                        .toList());
    }

    /** The fragments come in no order that a client may rely on. */
    private static List<String> later(List<DelayedIncrementalPartialResult> parts) {
        return parts.stream()
                .flatMap(part -> part.getIncremental().stream())
                .map(fragment -> fragment.toSpecification())
                .map(DeferTest::text)
                .sorted()
                .toList();
    }

    private static String text(Map<String, Object> fragment) {
        StringBuilder text = new StringBuilder(fragment.get("path") + " " + fragment.get("data"));
        if (fragment.get("errors") instanceof List<?> errors) {
            errors.forEach(error -> text.append(' ').append(pathAndCode((Map<?, ?>) error)));
        }
        return text.toString();
    }

    private static String pathAndCode(Map<?, ?> error) {
        return error.get("path") + " " + ((Map<?, ?>) error.get("extensions")).get("code");
    }

    private record Deferred(String initial, List<String> later, List<String> statements) {}
}
