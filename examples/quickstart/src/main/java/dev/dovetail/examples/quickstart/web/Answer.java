package dev.dovetail.examples.quickstart.web;

import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GraphQL request's answer, and the SQL statements that it took.
 *
 * @param result what the client gets
 * @param statements in the order in which they ran
 */
public record Answer(Map<String, Object> result, List<String> statements) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(ExecutionResult result, List<String> statements) {
        return new Answer(result.toSpecification(), statements);
    }

    /** Whether anything went wrong. */
    public boolean hasErrors() {
        return result.containsKey("errors");
    }

    byte[] json() {
        return JSON.writeValueAsBytes(result);
    }

    String prettyJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result);
    }
}
