package dev.dovetail.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DovetailBuilder;
import dev.dovetail.jooq.documents.RandomDocument;
import dev.dovetail.session.Session;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random documents are answered byte for byte alike, by as many statements, whether the engine completes what is joined or
 * Dovetail's execution strategy. So they are however and whenever rows are joined.
 *
 * <p>For more of them: {@code -Ddovetail.seeds=100}, and {@code -Ddovetail.seed=1000} for others.
 */
final class ExecutionOracleTest {

    private static final int DOCUMENTS = 100;

    private static final JsonMapper JSON = new JsonMapper();

    /** Ways of graphql-java 25 and later to dispatch loaders other than level by level. */
    private static final List<String> DISPATCHING =
            List.of("__GJ_enable_data_loader_chaining", "__GJ_enable_data_loader_exhausted_dispatching");

    private final TestDatabase database = AlikeShop.database();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void shutDown() {
        threads.shutdownNow();
    }

    static LongStream seeds() {
        long first = Long.getLong("dovetail.seed", 1);
        return LongStream.range(first, first + Long.getLong("dovetail.seeds", 4));
    }

    /** The order of errors included. */
    @ParameterizedTest
    @MethodSource("seeds")
    void document_random_answeredAlikeByTheEngineAndTheStrategy(long seed) {
        AlikeShop shop = shop(RoundTrips.ONE_PER_RELATIONSHIP, UnaryOperator.identity());
        AlikeShop.breakPromises(database);
        int plain = 0;
        for (RandomDocument document : documents(seed, shop)) {
            Answer engine = answer(shop.engine(), document, Map.of());
            Answer own = answer(shop.ownStrategy(), document, Map.of());
            assertThat(own).as("seed %s: %s", seed, document).isEqualTo(engine);
            plain += engine.errors().isEmpty() ? 1 : 0;
        }
        assertThat(plain).as("documents without errors").isGreaterThan(DOCUMENTS / 10);
    }

    /** Errors come in the order in which fields complete, which is not the same in all of these ways. */
    @ParameterizedTest
    @MethodSource("seeds")
    void document_random_answeredAlikeHoweverRowsAreJoined(long seed) {
        AlikeShop inAdvance = shop(RoundTrips.ONE_PER_RELATIONSHIP, UnaryOperator.identity());
        AlikeShop fieldByField = shop(
                RoundTrips.ONE_PER_RELATIONSHIP, dovetail -> dovetail.sessionFrom(environment -> Session.ANONYMOUS));
        AlikeShop asTrees = shop(RoundTrips.FEWEST, UnaryOperator.identity());
        AlikeShop onThreads = shop(RoundTrips.ONE_PER_RELATIONSHIP, dovetail -> dovetail.batchExecutor(threads));
        AlikeShop.breakPromises(database);
        for (RandomDocument document : documents(seed, inAdvance)) {
            Answer expected = answer(inAdvance.engine(), document, Map.of());
            compare(expected, fieldByField.engine(), document, Map.of(), "field by field");
            Answer trees = compare(expected, asTrees.engine(), document, Map.of(), "as trees");
            assertThat(trees.statements()).as("%s", document).isLessThanOrEqualTo(expected.statements());
            compare(expected, asTrees.ownStrategy(), document, Map.of(), "as trees, with the strategy");
            compare(expected, onThreads.engine(), document, Map.of(), "on threads");
            compare(expected, onThreads.ownStrategy(), document, Map.of(), "on threads, with the strategy");
            for (String dispatching : DISPATCHING) {
                Map<String, Object> context = Map.of(dispatching, true);
                compare(expected, inAdvance.engine(), document, context, dispatching);
                compare(expected, onThreads.ownStrategy(), document, context, dispatching + ", with the strategy");
            }
        }
    }

    private Answer compare(
            Answer expected, GraphQL graphQL, RandomDocument document, Map<String, Object> context, String how) {
        Answer answer = answer(graphQL, document, context);
        assertThat(answer.data()).as("%s: %s", how, document).isEqualTo(expected.data());
        assertThat(answer.errors()).as("%s: %s", how, document).containsExactlyInAnyOrderElementsOf(expected.errors());
        return answer;
    }

    private AlikeShop shop(RoundTrips roundTrips, UnaryOperator<DovetailBuilder> more) {
        return AlikeShop.of(database, roundTrips, more);
    }

    private static List<RandomDocument> documents(long seed, AlikeShop shop) {
        Random random = new Random(seed);
        return Stream.generate(() -> RandomDocument.of(random, shop.schema(), 2 + random.nextInt(4)))
                .filter(document -> isValid(shop, document))
                .limit(DOCUMENTS)
                .toList();
    }

    private static boolean isValid(AlikeShop shop, RandomDocument document) {
        ExecutionInput input = ExecutionInput.newExecutionInput(document.text()).build();
        return !ParseAndValidate.parseAndValidate(shop.schema(), input).isFailure();
    }

    /**
     * @param data as JSON
     * @param errors each as JSON
     */
    private record Answer(String data, List<String> errors, int statements) {}

    private Answer answer(GraphQL graphQL, RandomDocument document, Map<String, Object> context) {
        database.forget();
        try {
            ExecutionResult result = graphQL.executeAsync(input -> input.query(document.text())
                            .variables(document.variables())
                            .graphQLContext(context))
                    .get(60, TimeUnit.SECONDS);
            List<String> errors = new ArrayList<>();
            for (GraphQLError error : result.getErrors()) {
                errors.add(JSON.writeValueAsString(error.toSpecification()));
            }
            return new Answer(
                    JSON.writeValueAsString(result.<Object>getData()),
                    errors,
                    database.statements().size());
        } catch (Exception e) {
            throw new AssertionError("The request gave no answer: " + document, e);
        }
    }
}
