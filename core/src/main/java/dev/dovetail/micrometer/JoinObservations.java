package dev.dovetail.micrometer;

import dev.dovetail.listener.JoinFailure;
import dev.dovetail.listener.JoinInfo;
import dev.dovetail.listener.JoinListener;
import dev.dovetail.listener.JoinResult;
import dev.dovetail.listener.JoinWatch;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes an observation of every batch: a timer, a span, or whatever the registry's handlers make of it. Needs {@code
 * io.micrometer:micrometer-observation}, 1.10 or later.
 *
 * <pre>{@code
 * Dovetail.builder().listener(JoinObservations.of(observationRegistry))
 * }</pre>
 *
 * <p>Names and keys are those of {@link JoinConvention}, unless the host gives a convention of its own. Statements belong to
 * the observation, as far as the source sends them on the thread that asks it: spans of a JDBC driver are below that of
 * their join. The parent is the request's observation where Spring for GraphQL put one into the context, else the current
 * one.
 *
 * <p><b>Thread-safety:</b> immutable, and as safe as the registry.
 */
@SuppressWarnings("exports") // who observes requires Micrometer's module
public final class JoinObservations implements JoinListener {

    /** Where Spring for GraphQL, and Micrometer's own context propagation, keep the observation of a request. */
    private static final String OF_REQUEST = "micrometer.observation";

    private final ObservationRegistry registry;
    private final @Nullable ObservationConvention<JoinContext> convention;

    private JoinObservations(ObservationRegistry registry, @Nullable ObservationConvention<JoinContext> convention) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.convention = convention;
    }

    /** Observations with Dovetail's names and keys. */
    public static JoinObservations of(ObservationRegistry registry) {
        return new JoinObservations(registry, null);
    }

    /** Observations with the host's names and keys. */
    public static JoinObservations of(ObservationRegistry registry, ObservationConvention<JoinContext> convention) {
        return new JoinObservations(registry, Objects.requireNonNull(convention, "convention"));
    }

    @Override
    public JoinWatch started(JoinInfo join) {
        JoinContext context = new JoinContext(join);
        Observation observation =
                Observation.createNotStarted(convention, JoinConvention.INSTANCE, () -> context, registry);
        if (join.context().get(OF_REQUEST) instanceof Observation parent) {
            observation.parentObservation(parent);
        }
        return new Observed(observation.start(), context);
    }

    private record Observed(Observation observation, JoinContext context) implements JoinWatch {

        @Override
        public Scope loading() {
            Observation.Scope scope = observation.openScope();
            return scope::close;
        }

        @Override
        public void finished(JoinResult result) {
            context.finished(result);
            observation.stop();
        }

        @Override
        public void failed(JoinFailure failure) {
            context.failed(failure);
            observation.error(new JoinFailedException(failure));
            observation.stop();
        }
    }
}
