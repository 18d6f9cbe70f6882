package dev.dovetail.examples.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.dovetail.session.Session;
import graphql.ExecutionInput;
import graphql.GraphQL;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP. The router says who asks; a real service would make sure that nobody else does. */
record Endpoint(GraphQL graphQL) implements HttpHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Body(
            String query,
            @Nullable Map<String, Object> variables,
            @Nullable String operationName) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Body body = JSON.readValue(exchange.getRequestBody(), Body.class);
            Session session = Session.of(
                    exchange.getRequestHeaders().getFirst("x-role"),
                    Collections.singletonMap(
                            "userId", exchange.getRequestHeaders().getFirst("x-user-id")));
            ExecutionInput input = ExecutionInput.newExecutionInput(body.query())
                    .variables(body.variables() == null ? Map.of() : body.variables())
                    .operationName(body.operationName())
                    .graphQLContext(Map.of(Session.class, session))
                    .build();
            byte[] answer = JSON.writeValueAsBytes(graphQL.execute(input).toSpecification());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
