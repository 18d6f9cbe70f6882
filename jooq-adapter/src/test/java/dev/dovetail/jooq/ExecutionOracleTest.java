package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.jooq.documents.RandomDocument;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.ParseAndValidate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random documents are answered byte for byte alike, errors and their order included, by as many statements, whether the
 * engine completes what is joined or Dovetail's execution strategy.
 *
 * <p>For more of them: {@code -Ddovetail.seeds=100}, and {@code -Ddovetail.seed=1000} for others.
 */
final class ExecutionOracleTest {

    private static final int DOCUMENTS = 150;

    private static final JsonMapper JSON = new JsonMapper();

    private final TestDatabase database = AlikeShop.database();

    static LongStream seeds() {
        long first = Long.getLong("dovetail.seed", 1);
        return LongStream.range(first, first + Long.getLong("dovetail.seeds", 4));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void document_random_answeredAlikeByTheEngineAndTheStrategy(long seed) {
        AlikeShop shop = AlikeShop.of(database, RoundTrips.ONE_PER_RELATIONSHIP, UnaryOperator.identity());
        AlikeShop.breakPromises(database);
        Random random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            RandomDocument document = RandomDocument.of(random, shop.schema(), 2 + random.nextInt(4));
            if (!isValid(shop, document)) {
                continue;
            }
            Answer engine = answer(shop.engine(), document);
            Answer own = answer(shop.ownStrategy(), document);
            assertThat(own).as("seed %s, document %s: %s", seed, i, document).isEqualTo(engine);
            plain += engine.text().contains("\"errors\"") ? 0 : 1;
        }
        assertThat(plain).as("documents without errors").isGreaterThan(DOCUMENTS / 10);
    }

    private static boolean isValid(AlikeShop shop, RandomDocument document) {
        return !ParseAndValidate.parseAndValidate(
                        shop.schema(),
                        ExecutionInput.newExecutionInput(document.text()).build())
                .isFailure();
    }

    /**
     * @param text as JSON
     */
    private record Answer(String text, int statements) {}

    private Answer answer(GraphQL graphQL, RandomDocument document) {
        database.forget();
        try {
            ExecutionResult result = graphQL.executeAsync(
                            input -> input.query(document.text()).variables(document.variables()))
                    .get(60, TimeUnit.SECONDS);
            return new Answer(
                    JSON.writeValueAsString(result.toSpecification()),
                    database.statements().size());
        } catch (Exception e) {
            throw new AssertionError("The request gave no answer: " + document, e);
        }
    }
}
