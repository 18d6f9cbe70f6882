package dev.dovetail.jooq;

import static dev.dovetail.jooq.Outputs.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.dovetail.definition.ArrayRelationship;
import dev.dovetail.jooq.Outputs.Outcome;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGStatement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first rows of parents that have ten thousand each are read without the other rows, where an index has their order.
 *
 * <p>What is compared are pages and rows that the server reads for the very statement that was sent, its values included.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TopRowsCostTest {

    private static final int PARENTS = 20;

    private static final List<?> PARENT_KEYS =
            keys(IntStream.rangeClosed(1, PARENTS).boxed().toArray());
    private static final String NEWEST = "order_by: [{placed: desc}, {id: desc}]";

    private final List<String> sent = new ArrayList<>();
    private TestDatabase database;
    private Outputs outputs;

    @BeforeAll
    void create() {
        database = TestDatabase.with(
                "create table orders (id int primary key, user_id int, placed int not null, shipped int, open boolean,"
                        + " note text)",
                // As orders come in: those of a user are not next to each other.
                "insert into orders select n, n % 20 + 1, n / 20, nullif(n / 20, 5000), n / 20 % 10 = 0,"
                        + " repeat('x', 100) from generate_series(0, 199999) n",
                "create index on orders (user_id, placed desc, id desc)",
                "create index on orders (user_id, shipped, id)",
                "vacuum analyze orders");
        outputs = Outputs.of(database, "key: Int")
                .and(dovetail -> dovetail.tables(JooqTableSource.of(DSL.using(new DefaultConfiguration()
                        .set(TestDatabase.server().dataSource())
                        .set(SQLDialect.POSTGRES)
                        .derive(new Sent())))))
                .table("orders", "Order")
                .join(ArrayRelationship.named("orders")
                        .on("Output")
                        .references("public", "orders")
                        .from("key")
                        .to("user_id")
                        .connection()
                        .build())
                .answering(PARENT_KEYS);
    }

    @Test
    void firstRowsOfEachParent_areTheRowsThatAreRead() {
        Answer answer = ask("{ orders(" + NEWEST + ", limit: 3) { id note } }");
        Cost ranked = Cost.of(database.plain(), ranked("true"));

        assertThat(answer.ids("orders")).isEqualTo(ids(ranked("true")));
        assertThat(answer.cost().rows()).isEqualTo(3 * PARENTS);
        assertThat(ranked.rows()).isCloseTo(10_000 * PARENTS, withinPercentage(1));
        assertThat(ranked.blocks()).isGreaterThan(20 * answer.cost().blocks());
    }

    /** One order in ten is open. */
    @Test
    void firstRowsThatAFilterLetsPass_noneBehindThemIsRead() {
        Answer answer = ask("{ orders(where: {open: {_eq: true}}, " + NEWEST + ", limit: 3) { id note } }");
        Cost ranked = Cost.of(database.plain(), ranked("open"));

        assertThat(answer.ids("orders")).isEqualTo(ids(ranked("open")));
        assertThat(answer.cost().rows()).isLessThanOrEqualTo(10 * 3 * PARENTS);
        assertThat(ranked.rows()).isCloseTo(10_000 * PARENTS, withinPercentage(1));
        assertThat(ranked.blocks()).isGreaterThan(10 * answer.cost().blocks());
    }

    /**
     * Of each parent one row more than is shown is read, which tells whether there is a next page, and the row of the
     * cursor itself.
     */
    @ParameterizedTest
    @CsvSource({"placed, desc", "placed, asc", "shipped, desc", "shipped, asc"})
    void pageBehindNineThousandRows_costsWhatTheFirstPageCosts(String column, String way) {
        String order = NEWEST.replace("placed", column).replace("desc", way);
        Answer first = ask(page(order + ", first: 3"));
        Answer deep = ask(page(order + ", first: 3, after: \"" + cursorOf(9_000, order) + "\""));
        Answer skipped = ask("{ orders(" + order + ", offset: 9000, limit: 3) { id note } }");

        // The cursor is a user's; what the others placed at the same time has other ids.
        assertThat(deep.ids("orders_connection").get(0))
                .isEqualTo(skipped.ids("orders").get(0));
        assertThat(first.cost().rows()).isEqualTo(4 * PARENTS);
        assertThat(deep.cost().rows()).isLessThanOrEqualTo(6 * PARENTS);
        assertThat(deep.cost().blocks()).isLessThan(2 * first.cost().blocks());
        assertThat(skipped.cost().rows()).isGreaterThan(9_000 * PARENTS);
        assertThat(skipped.cost().blocks()).isGreaterThan(20 * deep.cost().blocks());
    }

    @Test
    void pageThatReachesRowsWithoutAValue_showsThemLast() {
        String order = "order_by: [{shipped: asc}, {id: asc}]";
        Answer page = ask(page(order + ", first: 3, after: \"" + cursorOf(9_998, order) + "\""));
        Answer all = ask("{ orders(" + order + ", offset: 9997) { id note } }");

        List<List<Integer>> expected = new ArrayList<>(all.ids("orders"));
        // The cursor is the first user's; what the others shipped at that time has greater ids.
        expected.set(0, expected.get(0).subList(1, 3));
        assertThat(page.ids("orders_connection")).isEqualTo(expected);
        assertThat(page.cost().rows()).isLessThanOrEqualTo(4 * PARENTS);
    }

    private static String page(String arguments) {
        return "{ orders_connection(" + arguments + ") { edges { node { id note } } pageInfo { hasNextPage } } }";
    }

    private String cursorOf(int row, String order) {
        outputs.answering(keys(1));
        Outcome outcome =
                outputs.select("{ orders_connection(first: " + row + ", " + order + ") { pageInfo { endCursor } } }");
        outputs.answering(PARENT_KEYS);
        Map<String, List<Map<String, Map<String, Map<String, String>>>>> data =
                outcome.result().getData();
        return data.get("outputs")
                .get(0)
                .get("orders_connection")
                .get("pageInfo")
                .get("endCursor");
    }

    private Answer ask(String selection) {
        Outcome outcome = outputs.select(selection);
        assertThat(outcome.codes()).isEmpty();
        String statement = sent.get(sent.size() - 1);
        return new Answer(outcome, Cost.of(database.plain(), statement));
    }

    /** What ranks all rows to choose three, as is often written. */
    private static String ranked(String condition) {
        return """
                select r.user_id, r.id, r.note from (
                  select o.*, row_number() over (partition by o.user_id order by o.placed desc, o.id desc) as rank
                  from orders o where o.user_id = any (array(select generate_series(1, 20))) and %s) r
                where r.rank <= 3 order by r.user_id, r.rank
                """.formatted(condition);
    }

    private List<List<Integer>> ids(String statement) {
        return List.copyOf(database.plain()
                .fetch(statement)
                .intoGroups(row -> row.get("user_id"), row -> row.get("id", Integer.class))
                .values());
    }

    private record Answer(Outcome outcome, Cost cost) {

        /** The ids of each parent's orders. */
        List<List<Integer>> ids(String field) {
            Map<String, List<Map<String, Object>>> data = outcome.result().getData();
            return data.get("outputs").stream()
                    .map(output -> JsonMapper.shared().<JsonNode>valueToTree(output.get(field)))
                    .map(rows ->
                            rows.findValues("id").stream().map(JsonNode::asInt).toList())
                    .toList();
        }
    }

    /** The statements with the values in their places, as the driver writes them. */
    private final class Sent implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            try {
                PreparedStatement statement = context.statement();
                sent.add(statement.unwrap(PGStatement.class).toString());
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
