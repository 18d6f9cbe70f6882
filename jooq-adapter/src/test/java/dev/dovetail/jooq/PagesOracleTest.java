package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.jooq.oracle.Data;
import dev.dovetail.jooq.oracle.Walk;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of random rows in random orders, walked by their own cursors, are those of loops over the same data. */
final class PagesOracleTest {

    private static final int WALKS = 15;

    private final List<Map<String, Object>> seen = new ArrayList<>();

    static LongStream seeds() {
        return ArgumentsOracleTest.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pages_walkedBothWays_areTheWholeList(long seed) throws SQLException {
        Random random = new Random(seed);
        Data data = Data.random(random);
        try (OracleShop shop = OracleShop.random(random, data)) {
            for (int i = 0; i < WALKS; i++) {
                List<Map<String, Object>> outputs = Data.randomOutputs(random);
                String which = "seed " + seed + ", walk " + i;
                forward(shop, Walk.random(random, data, true), outputs, which);
                Walk backward = Walk.random(random, data, false);
                backward(shop, backward, outputs, which);
                jump(shop, backward, outputs, random, which);
            }
        }
    }

    private void forward(OracleShop shop, Walk start, List<Map<String, Object>> outputs, String which) {
        seen.clear();
        Map<String, Object> walker = outputs.get(0);
        Walk walk = start;
        Shown shown = show(shop, walk, outputs, which);
        seen.addAll(shown.nodes());
        while (shown.info().get("hasNextPage").equals(true)) {
            assertThat(shown.nodes()).as(which).hasSize(walk.size());
            walk = walk.next(walker, shown.info().get("endCursor").toString());
            shown = show(shop, walk, outputs, which);
            seen.addAll(shown.nodes());
        }
        assertThat(seen).as(which).isEqualTo(start.all(walker));
    }

    private void backward(OracleShop shop, Walk start, List<Map<String, Object>> outputs, String which) {
        seen.clear();
        Map<String, Object> walker = outputs.get(0);
        Walk walk = start;
        Shown shown = show(shop, walk, outputs, which);
        seen.addAll(0, shown.nodes());
        while (shown.info().get("hasPreviousPage").equals(true)) {
            assertThat(shown.nodes()).as(which).hasSize(walk.size());
            walk = walk.previous(walker, shown.info().get("startCursor").toString());
            shown = show(shop, walk, outputs, which);
            seen.addAll(0, shown.nodes());
        }
        assertThat(seen).as(which).isEqualTo(start.all(walker));
    }

    /** From any row to any other, in whichever order they stand. */
    private static void jump(
            OracleShop shop, Walk walk, List<Map<String, Object>> outputs, Random random, String which) {
        Shown whole = show(shop, walk.whole(), outputs, which);
        for (int i = 0; i < 3 && !whole.cursors().isEmpty(); i++) {
            show(shop, walk.whole().between(outputs.get(0), whole.cursors(), random), outputs, which);
        }
    }

    /** The page of the first output, when those of all outputs are what they should be. */
    private static Shown show(OracleShop shop, Walk walk, List<Map<String, Object>> outputs, String which) {
        String query = which + ": " + walk.text() + " of " + outputs;
        Outcome outcome = shop.select(walk.text(), outputs);
        assertThat(outcome.result().getErrors()).as(query).isEmpty();
        assertThat(outcome.statements()).as(query).hasSizeLessThanOrEqualTo(1);
        Map<String, List<Map<String, Map<String, Object>>>> answer =
                outcome.result().getData();
        List<Shown> pages = answer.get("outputs").stream()
                .map(output -> Shown.of(output.get("page")))
                .toList();
        for (int i = 0; i < outputs.size(); i++) {
            Map<String, Object> output = outputs.get(i);
            assertThat(pages.get(i).nodes()).as(query).isEqualTo(walk.nodes(output));
            assertThat(pages.get(i).info()).as(query).containsAllEntriesOf(walk.info(output));
            pages.get(i).checkEnds(query);
        }
        return pages.get(0);
    }

    private record Shown(List<Map<String, Object>> nodes, List<String> cursors, Map<String, Object> info) {

        @SuppressWarnings("unchecked") // the schema says so
        static Shown of(Map<String, Object> page) {
            List<Map<String, Object>> edges = (List<Map<String, Object>>) page.get("edges");
            return new Shown(
                    edges.stream()
                            .map(edge -> (Map<String, Object>) edge.get("node"))
                            .toList(),
                    edges.stream().map(edge -> edge.get("cursor").toString()).toList(),
                    (Map<String, Object>) page.get("pageInfo"));
        }

        void checkEnds(String query) {
            Object start = cursors.isEmpty() ? null : cursors.get(0);
            Object end = cursors.isEmpty() ? null : cursors.get(cursors.size() - 1);
            assertThat(info).as(query).containsEntry("startCursor", start).containsEntry("endCursor", end);
            assertThat(cursors).as(query).doesNotHaveDuplicates();
        }
    }
}
