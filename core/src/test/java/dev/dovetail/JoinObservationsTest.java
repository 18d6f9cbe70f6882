package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.micrometer.JoinContext;
import dev.dovetail.micrometer.JoinConvention;
import dev.dovetail.micrometer.JoinObservations;
import dev.dovetail.table.TableSource;
import graphql.ExecutionResult;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Batches become observations that keep the rules of Micrometer. */
final class JoinObservationsTest {

    private static final String QUERY = "{ outputs { orders { id } } }";

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    @Test
    void batch_isAnObservation() {
        service(ListenedShop.tables()).data(QUERY);

        TestObservationRegistryAssert.assertThat(registry)
                .hasNumberOfObservationsEqualTo(1)
                .hasObservationWithNameEqualTo("dovetail.join")
                .that()
                .hasBeenStarted()
                .hasBeenStopped()
                .doesNotHaveError()
                .hasContextualNameEqualTo("join Output.orders")
                .hasLowCardinalityKeyValue("dovetail.relationship", "Output.orders")
                .hasLowCardinalityKeyValue("dovetail.table", "public.orders")
                .hasLowCardinalityKeyValue("graphql.outcome", "SUCCESS")
                .hasLowCardinalityKeyValue("graphql.error.type", "NONE")
                .hasHighCardinalityKeyValue("dovetail.keys", "3")
                .hasHighCardinalityKeyValue("dovetail.keys.shared", "1")
                .hasHighCardinalityKeyValue("dovetail.rows", "3")
                .hasHighCardinalityKeyValue("dovetail.statements", "1")
                .doesNotHaveParentObservation();
    }

    @Test
    void failure_isAnErrorWithoutItsMessage() {
        ExecutionResult result = service(ListenedShop.answering(
                        request -> CompletableFuture.failedFuture(new IllegalArgumentException("secret"))))
                .execute(QUERY);

        assertThat(result.getErrors()).hasSize(4);
        TestObservationRegistryAssert.assertThat(registry)
                .hasObservationWithNameEqualTo("dovetail.join")
                .that()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("graphql.outcome", "ERROR")
                .hasLowCardinalityKeyValue("graphql.error.type", "table-lookup-failed")
                .satisfies(context -> assertThat(context.getError())
                        .hasMessage("table-lookup-failed (java.lang.IllegalArgumentException)"));
    }

    @Test
    void someFailedKeys_areAnOutcomeOfTheirOwn() {
        FakeTables tables = ListenedShop.tables();
        service(ListenedShop.answering(request -> tables.load(request).thenApply(rows -> {
                    rows.fail(0, new IllegalStateException("secret"));
                    return rows;
                })))
                .execute(QUERY);

        TestObservationRegistryAssert.assertThat(registry)
                .hasObservationWithNameEqualTo("dovetail.join")
                .that()
                .hasLowCardinalityKeyValue("graphql.outcome", "PARTIAL");
    }

    @Test
    void source_isAskedInTheScopeOfTheObservation_whichEndsWithIt() {
        FakeTables tables = ListenedShop.tables();
        List<String> current = new ArrayList<>();
        service(ListenedShop.answering(request -> {
                    current.add(registry.getCurrentObservation().getContext().getName());
                    return tables.load(request);
                }))
                .data(QUERY);

        assertThat(current).containsExactly("dovetail.join");
        assertThat(registry.getCurrentObservation()).isNull();
        TestObservationRegistryAssert.assertThat(registry).doesNotHaveAnyRemainingCurrentScope();
    }

    @Test
    void parent_isTheObservationOfTheRequest() {
        Observation request = Observation.start("graphql.request", registry);
        service(ListenedShop.tables())
                .execute(QUERY, input -> input.graphQLContext(Map.of("micrometer.observation", request)));
        request.stop();

        TestObservationRegistryAssert.assertThat(registry)
                .hasObservationWithNameEqualTo("dovetail.join")
                .that()
                .hasParentObservationEqualTo(request);
    }

    @Test
    void convention_mayBeTheHosts() {
        ObservationConvention<JoinContext> convention = new ObservationConvention<>() {
            @Override
            public String getName() {
                return "ours";
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return JoinConvention.INSTANCE.supportsContext(context);
            }
        };
        ListenedShop.service(
                        ListenedShop.tables(), builder -> builder.listener(JoinObservations.of(registry, convention)))
                .data(QUERY);

        TestObservationRegistryAssert.assertThat(registry).hasObservationWithNameEqualTo("ours");
    }

    @Test
    void registryThatDoesNothing_isNoFault() {
        ListenedShop.service(
                        ListenedShop.tables(),
                        builder -> builder.listener(JoinObservations.of(ObservationRegistry.NOOP)))
                .data(QUERY);
    }

    private Service service(TableSource source) {
        return ListenedShop.service(source, builder -> builder.listener(JoinObservations.of(registry)));
    }
}
