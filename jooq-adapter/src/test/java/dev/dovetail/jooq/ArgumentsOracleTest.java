package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.Outputs.Outcome;
import dev.dovetail.jooq.oracle.Data;
import dev.dovetail.jooq.oracle.Plain;
import dev.dovetail.jooq.oracle.RandomSelections;
import dev.dovetail.jooq.oracle.Selection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random data and random queries, with all arguments, aggregates and pages, give what loops over the same data give.
 *
 * <p>For more of them: {@code -Ddovetail.seeds=100}, and {@code -Ddovetail.seed=1000} for others.
 */
final class ArgumentsOracleTest {

    private static final int QUERIES = 150;

    static LongStream seeds() {
        long first = Long.getLong("dovetail.seed", 1);
        return LongStream.range(first, first + Long.getLong("dovetail.seeds", 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void query_random_equalsLoops(long seed) throws SQLException {
        Random random = new Random(seed);
        Data data = Data.random(random);
        try (OracleShop shop = OracleShop.random(random, data)) {
            for (int i = 0; i < QUERIES; i++) {
                Selection selection = new RandomSelections(random, data).ofOutput(i % 10 == 0 ? 3 : 2);
                compare(shop, data, selection, Data.randomOutputs(random), "seed " + seed + ", query " + i);
            }
        }
    }

    private static void compare(
            OracleShop shop, Data data, Selection selection, List<Map<String, Object>> outputs, String which) {
        String query = which + ": " + selection.text() + " of " + outputs;

        Outcome outcome = shop.select(selection.text(), outputs);

        assertThat(outcome.result().getErrors()).as(query).isEmpty();
        Map<String, Object> answer = outcome.result().getData();
        List<Map<String, Object>> expected =
                outputs.stream().map(output -> selection.answer(output, data)).toList();
        assertThat(Plain.of(answer.get("outputs"))).as(query).isEqualTo(Plain.of(expected));
        assertThat(outcome.statements()).as(query).hasSizeLessThanOrEqualTo(selection.mostStatements());
    }
}
