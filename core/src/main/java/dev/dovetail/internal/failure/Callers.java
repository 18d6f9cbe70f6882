package dev.dovetail.internal.failure;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.session.Session;
import dev.dovetail.session.SessionResolver;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the caller of a field through the host's function, whose failure is the field's and not the request's. */
public final class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    private final SessionResolver resolver;

    public Callers(SessionResolver resolver) {
        this.resolver = resolver;
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
