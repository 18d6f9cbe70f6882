package dev.dovetail.examples.quickstart.web;

import dev.dovetail.examples.quickstart.database.StatementLog;
import dev.dovetail.session.Session;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs GraphQL requests: one at a time, unlike a real server, so that it can tell whose statements are whose. */
public final class Requests {

    /** The headers that say who asks. A real server would know who has logged in. */
    static final String ROLE = "x-role";

    static final String USER_ID = "x-user-id";

    /** In a request's context: whether a developer asks, who may see how the answer came about. */
    public static final String DEVELOPER = "developer";

    private final GraphQL graphQL;
    private final StatementLog log;

    /** Requests to this schema, whose statements go to this log. */
    public Requests(GraphQL graphQL, StatementLog log) {
        this.graphQL = graphQL;
        this.log = log;
    }

    /** A query of the page's. */
    public Answer run(ReadyQuery ready) {
        return run(ready.query(), Map.of(), null, Map.of(Session.class, session(ready.headers()::get)));
    }

    synchronized Answer run(
            String query, Map<String, Object> variables, @Nullable String operationName, Map<?, Object> context) {
        log.take();
        ExecutionResult result = graphQL.execute(ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .operationName(operationName)
                .graphQLContext(context)
                .build());
        return Answer.of(result, log.take());
    }

    /** Who asks, as the headers of a request say it. */
    static Session session(Function<String, @Nullable String> header) {
        return Session.of(header.apply(ROLE), Collections.singletonMap("user-id", header.apply(USER_ID)));
    }
}
