package dev.dovetail.webhook;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;

/**
 * Where the headers of the client's request are, since Dovetail knows no HTTP server.
 *
 * <pre>{@code
 * Webhook.post(uri).forwardClientHeaders(context -> context.getOrDefault("headers", Map.of()))
 * }</pre>
 *
 * <p><b>Thread-safety:</b> called by many requests at once.
 */
@FunctionalInterface
public interface ClientHeaders {

    /** The headers of one request, from what the host put into its context. */
    Map<String, List<String>> of(GraphQLContext context);
}
