package dev.dovetail.examples.quickstart.web;

import dev.dovetail.examples.quickstart.database.StatementLog;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs GraphQL requests: one at a time, unlike a real server, so that it can tell whose statements are whose. */
public final class Requests {

    private final GraphQL graphQL;
    private final StatementLog log;

    /** Requests to this schema, whose statements go to this log. */
    public Requests(GraphQL graphQL, StatementLog log) {
        this.graphQL = graphQL;
        this.log = log;
    }

    /** A request without variables. */
    public Answer run(String query) {
        return run(query, Map.of(), null);
    }

    synchronized Answer run(String query, Map<String, Object> variables, @Nullable String operationName) {
        log.take();
        ExecutionResult result = graphQL.execute(ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .operationName(operationName)
                .build());
        return Answer.of(result, log.take());
    }
}
