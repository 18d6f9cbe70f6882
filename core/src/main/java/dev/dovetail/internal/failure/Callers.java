package dev.dovetail.internal.failure;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.session.Session;
import dev.dovetail.session.SessionResolver;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the caller of a field through the host's function, whose failure is the field's and not the request's. */
public final class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    private final SessionResolver resolver;
    private final @Nullable Function<GraphQLContext, Session> operation;
    private final boolean ofRequest;

    /**
     * @param resolver where the caller may change within a request
     * @param operation finds the caller of a request before its first field; null when only fields have callers
     */
    public Callers(SessionResolver resolver, @Nullable Function<GraphQLContext, Session> operation) {
        this(resolver, operation, false);
    }

    private Callers(
            SessionResolver resolver, @Nullable Function<GraphQLContext, Session> operation, boolean ofRequest) {
        this.resolver = resolver;
        this.operation = operation;
        this.ofRequest = ofRequest;
    }

    /** Of requests, whose context says who calls. */
    public static Callers ofRequest(Function<GraphQLContext, Session> resolver) {
        return new Callers(environment -> resolver.apply(environment.getGraphQlContext()), resolver, true);
    }

    /** Whether fields of one context have one caller, so that what is below a field has the same. */
    public boolean areOfRequest() {
        return ofRequest;
    }

    /** The session of a request that begins; null when it is not known yet, or cannot be resolved. */
    public @Nullable Session ofOperation(GraphQLContext context) {
        try {
            return operation == null ? null : operation.apply(context);
        } catch (RuntimeException e) {
            // The fields that need the session say that it cannot be resolved.
            return null;
        }
    }

    /**
     * The caller's session.
     *
     * @throws FieldFailure if the host's function throws, or gives none
     */
    public Session session(DataFetchingEnvironment environment) {
        try {
            return Objects.requireNonNull(resolver.resolve(environment), "The session resolver gave no session");
        } catch (RuntimeException e) {
            report(environment, e);
            throw new FieldFailure(ErrorCode.SESSION_FAILED, "The caller's session could not be resolved");
        }
    }

    /** Once for each request: the next thousand parents would say the same. */
    private static void report(DataFetchingEnvironment environment, RuntimeException error) {
        GraphQLContext context = environment.getGraphQlContext();
        if (!context.hasKey(Callers.class)) {
            context.put(Callers.class, true);
            LOG.error(
                    "The session of {} could not be resolved",
                    environment.getExecutionStepInfo().getPath(),
                    error);
        }
    }
}
